#include <doctest/doctest.h>

#include <string>

#include "policy/load.hpp"
#include "policy/text/map_edit.hpp"
#include "policy/text/target_edit.hpp"
#include "policy/week_text.hpp"
#include "util/error.hpp"

using crmtrack::policy::add_map_entry;
using crmtrack::policy::add_map_version;
using crmtrack::policy::edit_map_entry;
using crmtrack::policy::FieldChange;
using crmtrack::policy::format_week;
using crmtrack::policy::parse_week;
using crmtrack::policy::remove_map_entry;
using crmtrack::util::Error;
using crmtrack::yaml::Node;

namespace {

constexpr std::string_view kMapFile = "calendars.yaml";
const Node kShortWeek = Node::map({{"mon", Node::list_of({"09:00-17:00"})}});

std::string set_dates(const std::string& text, std::map<std::string, std::optional<Node>> dates) {
  return edit_map_entry(kMapFile, text, "aa", {FieldChange{"holidays", {}, std::move(dates)}});
}

}  // namespace

TEST_CASE("an entry is added to a map, in its indentation, and taken out again") {
  const std::string text = "# head\ncalendars:\n    aa:\n        zone: UTC\n# foot\n";
  const std::string more =
      "# head\ncalendars:\n    aa:\n        zone: UTC\n    bb:\n      mon: [\"09:00-17:00\"]\n# foot\n";
  CHECK(add_map_entry(kMapFile, text, "bb", kShortWeek) == more);
  CHECK(remove_map_entry(kMapFile, more, "bb") == text);
  CHECK_THROWS_AS(add_map_entry(kMapFile, text, "AA", kShortWeek), Error);
  CHECK_THROWS_AS(remove_map_entry(kMapFile, text, "bb"), Error);
  CHECK(add_map_entry(kMapFile, "", "bb", kShortWeek) == "calendars:\n  bb:\n    mon: [\"09:00-17:00\"]\n");
  CHECK(add_map_entry(kMapFile, "calendars: {}\n", "bb", kShortWeek) ==
        "calendars:\n  bb:\n    mon: [\"09:00-17:00\"]\n");
}

TEST_CASE("dates are set in their order, and comments stay") {
  const std::string text =
      "calendars:\n  aa:\n    # the zone\n    zone: UTC # ours\n    holidays:\n      2026-03-01: B # b\n      # "
      "moved\n      "
      "2026-05-01: C\n  bb: {}\n";
  CHECK(set_dates(text, {{"2026-01-01", Node::scalar("A")}, {"2026-04-01", Node::scalar("X")}}) ==
        "calendars:\n  aa:\n    # the zone\n    zone: UTC # ours\n    holidays:\n      \"2026-01-01\": A\n      "
        "2026-03-01: B "
        "# b\n      \"2026-04-01\": X\n      # moved\n      2026-05-01: C\n  bb: {}\n");
  CHECK(set_dates(text, {{"2026-03-01", std::nullopt}, {"2026-05-01", Node::scalar("D")}}) ==
        "calendars:\n  aa:\n    # the zone\n    zone: UTC # ours\n    holidays:\n      # moved\n      2026-05-01: D\n  "
        "bb: "
        "{}\n");
}

TEST_CASE("the last date takes its field along, and the first makes it") {
  const std::string text = "calendars:\n  aa:\n    zone: UTC\n    holidays:\n      2026-03-01: B\n    why: ours # x\n";
  const std::string without = "calendars:\n  aa:\n    zone: UTC\n    why: ours # x\n";
  CHECK(set_dates(text, {{"2026-03-01", std::nullopt}}) == without);
  CHECK(set_dates(without, {{"2026-03-01", Node::scalar("B")}}) ==
        "calendars:\n  aa:\n    zone: UTC\n    why: ours # x\n    holidays:\n      \"2026-03-01\": B\n");
}

TEST_CASE("other forms mean the same after an edit") {
  CHECK(set_dates("calendars:\n  aa: {zone: UTC, holidays: [2026-03-01]}\n", {{"2026-01-01", Node::scalar("A")}}) ==
        "calendars:\n  aa:\n    zone: UTC\n    holidays:\n      \"2026-01-01\": A\n      \"2026-03-01\": \"\"\n");
  CHECK(set_dates("calendars: {aa: {zone: UTC}}\n", {{"2026-01-01", Node::scalar("A")}}) ==
        "calendars:\n  aa:\n    zone: UTC\n    holidays:\n      \"2026-01-01\": A\n");
  const std::string crlf = "calendars:\r\n  aa:\r\n    zone: UTC\r\n";
  CHECK(set_dates(crlf, {{"2026-01-01", Node::scalar("A")}}) == crlf + "    holidays:\r\n      \"2026-01-01\": A\r\n");
}

TEST_CASE("a version is added behind the others, whose lines stay") {
  const std::string text =
      "calendars:\n  aa:\n    # first\n    zone: UTC # ours\n    week:\n      mon: [\"09:00-17:00\"]\n";
  const Node version = Node::map({{"from", Node::scalar("2027-01-01")}, {"week", kShortWeek}});
  const std::string two =
      "calendars:\n  aa:\n      # first\n    - zone: UTC # ours\n      week:\n        mon: [\"09:00-17:00\"]\n    - "
      "from: "
      "\"2027-01-01\"\n      week:\n        mon: [\"09:00-17:00\"]\n";
  CHECK(add_map_version(kMapFile, text, "aa", version) == two);
  CHECK(edit_map_entry(kMapFile, two, "aa", {FieldChange{"zone", Node::scalar("Europe/London"), {}}}) ==
        two + "      zone: Europe/London\n");
}

TEST_CASE("a date goes from every version that has it") {
  const std::string text =
      "calendars:\n  aa:\n    - holidays:\n        2026-12-25: A\n        2026-12-26: B\n      zone: UTC\n    - from: "
      "2027-01-01\n      holidays:\n        2026-12-25: A\n        2026-12-28: C\n";
  CHECK(set_dates(text, {{"2026-12-25", std::nullopt}}) ==
        "calendars:\n  aa:\n    - holidays:\n        2026-12-26: B\n      zone: UTC\n    - from: 2027-01-01\n      "
        "holidays:\n        2026-12-28: C\n");
}

TEST_CASE("the hours of a week read back as they are written") {
  for (const char* const text : {"mon-fri 09:00-17:00", "daily 00:00-24:00",
                                 "mon 09:00-12:00 13:00-17:00, wed-thu 22:00-06:00", "sat-sun 10:00-14:00"}) {
    const auto week = parse_week(text);
    REQUIRE(week.has_value());
    CHECK(format_week(*week) == text);
  }
  CHECK(format_week(*parse_week("Mon-Fri 09:00-17:00, sat closed")) == "mon-fri 09:00-17:00");
  for (const char* const text : {"", "mon", "mon-fri 9-17", "fri-mon 09:00-17:00", "mon 09:00-17:00,", "09:00-17:00"})
    CHECK_FALSE(parse_week(text).has_value());
}

TEST_CASE("a target is added where complaints reach it") {
  const std::string text =
      "targets:\n  - {promise: update, target: 5bd, filter: \"project:aa\"}\n  # general\n  - {promise: update, "
      "target: "
      "5bd}\n  - {promise: accept, target: 4h}\n";
  const auto add = [&](const std::string& filter, const std::string& from) {
    Node entry = Node::map({{"promise", Node::scalar("update")}, {"target", Node::scalar("1bd")}});
    if (!filter.empty()) entry.set("filter", Node::scalar(filter));
    if (!from.empty()) entry.set("from", Node::scalar(from));
    const std::string line = filter.empty() ? "" : ", filter: \"" + filter + "\"";
    const auto policy = crmtrack::policy::load({{"targets.yaml", text}});
    const auto one =
        crmtrack::policy::load({{"targets.yaml", "targets:\n  - {promise: update, target: 1bd" + line + "}\n"}});
    return crmtrack::policy::add_target(text, policy, entry, one.targets.at(0));
  };
  const auto special = add("severity:high", "");
  CHECK(special.text ==
        "targets:\n  - {promise: update, target: 5bd, filter: \"project:aa\"}\n"
        "  - {promise: update, target: \"1bd\", filter: severity:high}\n"
        "  # general\n  - {promise: update, target: 5bd}\n  - {promise: accept, target: 4h}\n");
  CHECK(special.above == "update");
  CHECK(add("severity:high project:aa", "").above == "update project:aa");
  CHECK(add("", "2027-01-01").above.empty());
  CHECK_THROWS_AS(add("", ""), Error);
}
