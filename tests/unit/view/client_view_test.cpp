#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "fixture.hpp"
#include "record/kinds.hpp"
#include "render/html.hpp"
#include "render/json.hpp"
#include "render/mail.hpp"
#include "render/markdown.hpp"
#include "render/yaml.hpp"
#include "view/client_fields.hpp"
#include "view/client_text.hpp"
#include "view/client_view.hpp"

using namespace crmtrack;
using namespace crmtrack::view::test;
using record::Audience;
using record::FieldSpec;
using record::FieldType;
using record::Kind;

namespace {

constexpr const char* kSecret = "secretmarker";

/// A value of a field that has the marker word in it, as far as its type lets it.
yaml::Node secret_value(const FieldSpec& field) {
  switch (field.type) {
    case FieldType::texts:
    case FieldType::links:
    case FieldType::answered:
      return list({kSecret, std::string("related:") + kSecret});
    case FieldType::map:
    case FieldType::object:
    case FieldType::maps: {
      Fields members{{kSecret, text(kSecret)}, {"why", text(kSecret)}};
      for (const FieldSpec& member : record::members_of(field.name)) members.emplace_back(member.name, text(kSecret));
      yaml::Node value = map(std::move(members));
      return field.type == FieldType::maps ? yaml::Node::list({value}) : value;
    }
    default:
      return text(kSecret);
  }
}

/// A plain value of a field that the kind requires.
yaml::Node plain_value(const FieldSpec& field) {
  if (!field.values.empty()) return text(std::string(field.values.front()));
  if (field.type == FieldType::map) return map({{"severity", text("high")}});
  return text("plain");
}

/// A record of each kind with the marker word in each field of the team, one record a field.
void plant_each_field(Teller& teller, bool in_story_of_customer) {
  for (const record::KindSpec& kind : record::kinds()) {
    const bool begins_other = kind.begins && (*kind.begins == record::StoryKind::customer) != in_story_of_customer;
    if (begins_other) continue;
    for (const FieldSpec& planted : kind.fields) {
      if (planted.audience != Audience::team) continue;
      Fields fields;
      for (const FieldSpec& field : kind.fields)
        if (field.required && field.name != planted.name) fields.emplace_back(field.name, plain_value(field));
      if (kind.kind == Kind::activity) fields.emplace_back("direction", text("out"));
      fields.emplace_back(planted.name, secret_value(planted));
      teller.tell(std::string(record::name_of(kind.kind)), std::move(fields));
    }
  }
}

/// Records that are the team's altogether, with the marker word in every field.
void plant_whole_records(Teller& teller) {
  for (const Fields& hides : {Fields{{"visibility", text("team")}, {"direction", text("out")}},
                              Fields{{"visibility", text("nobody-knows")}, {"direction", text("in")}},
                              Fields{{"direction", text("internal")}}, Fields{}}) {
    Fields fields = hides;
    fields.emplace_back("type", text("email"));
    for (const char* field : {"text", "with", "purpose", "reason"}) fields.emplace_back(field, text(kSecret));
    fields.emplace_back("promises", yaml::Node::list({map({{"what", text(kSecret)}})}));
    fields.emplace_back("attachments", yaml::Node::list({map({{"name", text(kSecret)}})}));
    fields.emplace_back("a_field_of_a_newer_version", text(kSecret));
    teller.tell("activity", std::move(fields));
  }
  teller.tell("activity", {{"type", text("email")},
                           {"direction", text("out")},
                           {"text", text("for them")},
                           {"promises", yaml::Node::list({map({{"what", text(kSecret)}, {"to", text("us")}})})},
                           {"a_field_of_a_newer_version", text(kSecret)}});
  teller.tell(
      "resolution",
      {{"outcome", text("upheld")}, {"code", text("fixed")}, {"evidence", text("asserted")}, {"text", text(kSecret)}});
}

std::vector<std::string> all_formats(const view::ClientView& view) {
  const document::Document document = view::client_document(setting(), view);
  const document::Value value = view::client_value(view);
  return {text_of(document),
          render::render_markdown(document),
          render::render_html(document, render::Pictures::drawn),
          render::render_mail(document),
          render::render_json(value),
          render::render_yaml(value)};
}

view::ClientView view_of(const story::Complaint& complaint) {
  view::ClientView view;
  view.complaints.push_back(view::client_complaint(complaint, {}));
  return view;
}

}  // namespace

TEST_CASE("no word of an internal field of any kind of record reaches the customer, in any format") {
  Teller teller;
  teller.complaint({{"customer", text("acme")}, {"channel", text("email")}, {"summary", text("Late")}});
  plant_each_field(teller, false);
  plant_whole_records(teller);
  for (const std::string& told : all_formats(view_of(teller.fold()))) {
    CHECK(has(told, "for them"));
    CHECK_FALSE(has(told, kSecret));
  }
}

TEST_CASE("no word of an internal field reaches the customer from their own story") {
  Teller teller("acme", record::StoryKind::customer);
  teller.tell("customer", {{"name", text("Acme")}});
  plant_each_field(teller, true);
  plant_whole_records(teller);
  for (const std::string& told : all_formats(view::client_view(story::fold_customer(teller.story(), {})))) {
    CHECK(has(told, "Acme"));
    CHECK(has(told, "for them"));
    CHECK_FALSE(has(told, kSecret));
  }
}

TEST_CASE("each field of the table is shown, or not, by its audience") {
  for (const record::KindSpec& kind : record::kinds()) {
    for (const FieldSpec& field : kind.fields) {
      const yaml::Node fields = map({{std::string(field.name), text("a word")}});
      CAPTURE(field.name);
      CHECK(view::ClientFields(kind.kind, fields).text_of(field.name).empty() == (field.audience == Audience::team));
    }
  }
}

TEST_CASE("the customer reads what they said, what we promised, what was done and what we need") {
  Teller teller;
  teller.complaint({{"customer", text("acme")},
                    {"channel", text("email")},
                    {"summary", text("Late")},
                    {"description", text("Three weeks")}});
  teller.out("email",
             {{"text", text("Which address?")},
              {"expects", map({{"what", text("information")}, {"due", text("2026-03-03T12:00:00Z")}})},
              {"promises",
               yaml::Node::list({map({{"what", text("send it again")}, {"due", text("2026-03-01T01:00:00Z")}})})}});
  teller.in("call", {{"text", text("Main Street 1")}});
  const view::ClientComplaint shown = view::client_complaint(teller.fold(), {});
  CHECK(shown.description == "Three weeks");
  REQUIRE(shown.events.size() == 2);
  CHECK(shown.events[0].what == "email from us");
  CHECK(shown.events[1].what == "call from you");
  REQUIRE(shown.promises.size() == 1);
  CHECK(shown.promises[0].what == "send it again");
  REQUIRE(shown.needs.size() == 1);
  CHECK(shown.needs[0].what == "send us what we asked for on 2026-03-01");
  CHECK(has(text_of(view::client_document(setting(), view_of(teller.fold()))), "late: promised for 2026-03-01 01:00"));
}

TEST_CASE("a struck record is not shown, a corrected one as it was corrected") {
  Teller teller;
  teller.complaint({{"customer", text("acme")}, {"channel", text("email")}, {"summary", text("Late")}});
  const std::string wrong = teller.out("email", {{"text", text("somebody else's letter")}});
  const std::string typo = teller.out("email", {{"text", text("We are son it")}});
  teller.tell("correction", {{"corrects", text(wrong)}, {"set", map({{"struck", yaml::Node::boolean(true)}})}});
  teller.tell("correction", {{"corrects", text(typo)}, {"set", map({{"text", text("We are on it")}})}});
  const std::string told = text_of(view::client_document(setting(), view_of(teller.fold())));
  CHECK_FALSE(has(told, "somebody else"));
  CHECK_FALSE(has(told, "son it"));
  CHECK(has(told, "We are on it"));
}
