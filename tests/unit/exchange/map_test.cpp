#include <doctest/doctest.h>

#include "exchange/map.hpp"
#include "util/error.hpp"

using namespace crmtrack;
using exchange::As;
using exchange::Map;
using exchange::parse_map;

namespace {

const std::string kSmall = R"(source: desk
date_format: ["%d/%m/%Y"]
columns:
  opened: [Opened on, Created]
at: opened
complaint:
  summary: Subject
  severity: {column: Prio, values: {Hoch: high}, other: medium}
records:
  - name: resolution
    kind: resolution
    when: {Done: any}
    fields:
      outcome: {value: not_determined}
      code: {value: fixed}
)";

struct Told {
  util::ErrorKind kind;
  std::string message;
};

Told told_of(const std::string& text, const std::vector<std::string>& overrides = {}) {
  try {
    (void)parse_map("my.yaml", text, overrides);
  } catch (const util::Error& error) {
    return {error.kind(), error.what()};
  }
  return {util::ErrorKind::bug, "accepted"};
}

std::string refusal_of(const std::string& text) {
  const Told told = told_of(text);
  CHECK(told.kind == util::ErrorKind::refused);
  return told.message;
}

std::string replaced(std::string text, const std::string& old, const std::string& fresh) {
  text.replace(text.find(old), old.size(), fresh);
  return text;
}

}  // namespace

TEST_CASE("header names and cells fold alike") {
  for (const char* name : {"Date received", "date_received", "DATE-RECEIVED", "  date  received ", "date\nreceived"})
    CHECK(exchange::fold_name(name) == "date_received");
  CHECK(exchange::fold_name("Größe") == exchange::fold_name("GRÖSSE"));
  CHECK(exchange::fold_name(" -_ ").empty());
}

TEST_CASE("the shipped maps are part of the program and right") {
  CHECK(exchange::shipped_map_names() == std::vector<std::string>{"cfpb", "tickets"});
  for (const std::string& name : exchange::shipped_map_names()) {
    const auto text = exchange::find_shipped_map(name);
    REQUIRE(text);
    CHECK(parse_map(name, *text).source == name);
  }
  CHECK_FALSE(exchange::find_shipped_map("nosuch"));
}

TEST_CASE("a map is read") {
  const Map map = parse_map("my.yaml", kSmall);
  CHECK(map.source == "desk");
  CHECK(map.forms.front().pattern() == "%d/%m/%Y");
  CHECK(map.columns.at("opened") == std::vector<std::string>{"Opened on", "Created"});
  CHECK(map.at.columns == std::vector<std::string>{"opened"});
  REQUIRE(map.fields.size() == 2);
  CHECK(map.fields[1].values.at("hoch") == "high");
  CHECK(map.fields[1].other == "medium");
  REQUIRE(map.records.size() == 1);
  CHECK(map.records[0].when[0].values.empty());
}

TEST_CASE("an error in a map is reported with its place") {
  CHECK(refusal_of("source: [").starts_with("cannot read the map 'my.yaml': "));
  CHECK(refusal_of("source: desk\n") == "cannot read the map 'my.yaml': 1:1: 'at' is missing");
  CHECK(refusal_of(replaced(kSmall, "date_format", "date_fromat")) ==
        "cannot read the map 'my.yaml': 2:14: unknown key 'date_fromat': did you mean 'date_format'");
  CHECK(refusal_of(replaced(kSmall, "%d/%m/%Y", "%d/%m")).find("is no form of a date") != std::string::npos);
  CHECK(refusal_of(replaced(kSmall, "source: desk", "source: My Desk")).find("is no slug") != std::string::npos);
  CHECK(refusal_of(replaced(kSmall, "kind: resolution", "kind: complaint")).find("of kind 'complaint'") !=
        std::string::npos);
  CHECK(refusal_of(replaced(kSmall, "  summary:", "  key:")).find("'key' is set by the import itself") !=
        std::string::npos);
  CHECK(
      refusal_of(replaced(kSmall, "{value: fixed}", "{value: fixed, column: A}")).find("one of column, join, value") !=
      std::string::npos);
  CHECK(refusal_of(replaced(kSmall, "{Hoch: high}", "{Hoch: high, HOCH: low}")).find("is listed twice") !=
        std::string::npos);
  CHECK(refusal_of(kSmall + "zone: Mars/Olympus\n").find("unknown time zone 'Mars/Olympus'") != std::string::npos);
  CHECK(refusal_of(kSmall + "delimiter: abc\n").find("neither one character nor 'tab'") != std::string::npos);
  CHECK(refusal_of(kSmall + "add: [people]\n").find("not 'people'") != std::string::npos);
}

TEST_CASE("overrides from the command line") {
  const Map map = parse_map("my.yaml", kSmall,
                            {"date_format=%m/%d/%Y", "date_format=rfc3339", "delimiter=tab", "zone=Europe/Paris",
                             "columns.opened=Eröffnet", "complaint.severity.value=low", "complaint.project=Team",
                             "records.resolution.fields.code.value=apology", "at.join=Day", "at.join=Hour"});
  REQUIRE(map.forms.size() == 2);
  CHECK(map.forms[0].pattern() == "%m/%d/%Y");
  CHECK(map.delimiter == '\t');
  CHECK(map.zone.name() == "Europe/Paris");
  CHECK(map.columns.at("opened") == std::vector<std::string>{"Eröffnet"});
  CHECK(map.at.joined);
  CHECK(map.at.columns == std::vector<std::string>{"Day", "Hour"});
  CHECK(map.fields[1].constant == "low");
  CHECK(map.fields[1].values.empty());
  CHECK(map.fields[2].field == "project");
  CHECK(map.records[0].fields[1].constant == "apology");
}

TEST_CASE("an override that fits nothing is a usage error") {
  for (const char* bad : {"zone", "=x", "colour=red", "zone=Mars", "records.nosuch.at=x", "delimiter=abc"}) {
    CAPTURE(bad);
    CHECK(told_of(kSmall, {bad}).kind == util::ErrorKind::usage);
  }
}
