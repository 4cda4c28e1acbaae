#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>

#include "record/kinds.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::record {
namespace {

using Fields = std::set<std::string>;
using FieldsByKind = std::map<std::string, Fields>;

/// The lists of the manual's section about who may see what: a kind an item, its fields after `.Cm`.
FieldsByKind read_list(std::string_view page, std::string_view heading) {
  const std::size_t begin = page.find(std::string(".Ss ") + std::string(heading) + "\n");
  REQUIRE(begin != std::string_view::npos);
  FieldsByKind found;
  std::string kind;
  for (const std::string& line :
       util::split(std::string(page.substr(begin, page.find("\n.El", begin) - begin)), '\n')) {
    if (line.starts_with(".It No ")) kind = line.substr(7);
    if (kind.empty() || !line.starts_with(".Cm ")) continue;
    for (const std::string& word : util::split(line.substr(4), ' '))
      if (word != ",") found[kind].insert(word);
  }
  return found;
}

std::string read_page() {
  std::ifstream file(std::string(CRMTRACK_SOURCE_DIR) + "/man/crmtrack-format.5");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

template <class Which>
FieldsByKind fields_where(Which which) {
  FieldsByKind fields;
  for (const KindSpec& kind : kinds()) {
    for (const FieldSpec& field : kind.fields)
      if (which(field)) fields[std::string(name_of(kind.kind))].insert(std::string(field.name));
  }
  return fields;
}

}  // namespace

TEST_CASE("the names and the table of kinds stand in the order of the enum") {
  for (std::size_t i = 0; i < kKindNames.size(); ++i) {
    CHECK(parse_kind(kKindNames[i]) == static_cast<Kind>(i));
    CHECK(kinds()[i].kind == static_cast<Kind>(i));
    CHECK(StatedKind(kKindNames[i]) == StatedKind(static_cast<Kind>(i)));
  }
  CHECK(parse_kind("omen") == Kind::unknown);
  CHECK(parse_kind("") == Kind::unknown);
  CHECK(name_of(Kind::unknown).empty());
}

TEST_CASE("a kind of a newer version keeps its word") {
  const StatedKind omen("omen");
  CHECK(omen == Kind::unknown);
  CHECK(omen.name() == "omen");
  CHECK(omen != StatedKind("portent"));
  CHECK(omen < StatedKind("portent"));
  CHECK(StatedKind(Kind::activity) < StatedKind(Kind::complaint));
}

TEST_CASE("the manual lists which fields the customer may see, and which are personal") {
  const std::string page = read_page();
  CHECK(read_list(page, "Audience") ==
        fields_where([](const FieldSpec& field) { return field.audience == Audience::client; }));
  CHECK(read_list(page, "Personal data") ==
        fields_where([](const FieldSpec& field) { return field.privacy == Privacy::personal; }));
}

TEST_CASE("no member of a field is more open, or more personal, than the field") {
  for (const KindSpec& kind : kinds()) {
    for (const FieldSpec& field : kind.fields) {
      bool any_personal = false;
      for (const FieldSpec& member : members_of(field.name)) {
        CAPTURE(field.name);
        CAPTURE(member.name);
        any_personal = any_personal || member.privacy == Privacy::personal;
        CHECK((member.privacy == Privacy::plain || field.privacy == Privacy::personal));
      }
      CHECK((members_of(field.name).empty() || any_personal == (field.privacy == Privacy::personal)));
    }
  }
}

TEST_CASE("free text of people is personal, and reasons stay inside") {
  for (const KindSpec& kind : kinds()) {
    for (const std::string_view inner : {"why", "refs", "source", "key", "evidence"}) {
      const FieldSpec* const field = find_field(kind.kind, inner);
      if (field != nullptr) CHECK(field->audience == Audience::team);
    }
    for (const std::string_view free : {"why", "text", "summary", "description", "set", "contacts", "with"}) {
      const FieldSpec* const field = find_field(kind.kind, free);
      if (field != nullptr) CHECK(field->privacy == Privacy::personal);
    }
  }
}

}  // namespace crmtrack::record
