#include "policy/rules.hpp"

#include <doctest/doctest.h>

#include "policy/check.hpp"
#include "policy/load.hpp"
#include "policy/rule_words.hpp"
#include "policy/templates.hpp"

using namespace crmtrack::policy;

namespace {

Rules rules_of(const std::string& rules, const std::string& lists = {}) {
  Files files = templates();
  files["rules.yaml"] = rules;
  if (!lists.empty()) files["lists.yaml"] = lists;
  return load_rules(files, load(files));
}

std::string finding_of(const std::string& entry) {
  const Rules rules = rules_of("rules:\n  - " + entry + "\n");
  return rules.findings.empty() ? std::string() : rules.findings.front().message;
}

}  // namespace

TEST_CASE("the rules that init writes are sound, and all off") {
  const Rules rules = load_rules(templates(), load(templates()));
  CHECK(rules.findings.empty());
  CHECK(rules.rules.size() == 3);
  CHECK(rules.holding("2026-12-01").empty());
  CHECK(check(templates()).empty());
}

TEST_CASE("a rule is read with all its fields") {
  const Rules rules = rules_of(
      "rules:\n  - name: bad-calls\n    on: [activity, due_soon]\n    filter: type:call sentiment:negative\n"
      "    to: [owner, role:lead, list:heads, ben@example.com]\n    quiet: 20:00-07:00\n    digest: daily\n"
      "    dedup: 4h\n    text: Look at this\n    since: 2026-12-01T09:00:00+01:00\n",
      "lists:\n  heads: [manager]\n");
  REQUIRE(rules.rules.size() == 1);
  const Rule& rule = rules.rules.front();
  CHECK(name_of(rule.on.at(0)) == "activity");
  CHECK(name_of(rule.on.at(1)) == "due_soon");
  CHECK(rule.filter.terms.size() == 2);
  CHECK(text_of(rule.to.at(1)) == "role:lead");
  CHECK(rule.quiet.kind == QuietHours::Kind::hours);
  CHECK(rule.quiet.to == std::chrono::hours(7));
  CHECK(rule.digest == Digest::daily);
  CHECK(rule.dedup == std::chrono::hours(4));
  CHECK(crmtrack::util::format_utc(*rule.since) == "2026-12-01T08:00:00Z");
  CHECK(rules.lists.at("heads").size() == 1);
}

TEST_CASE("of several rules of one name the newest that has come holds, and one that is off does not") {
  const Rules rules = rules_of(
      "rules:\n  - {name: one, on: [overdue], to: [owner]}\n"
      "  - {name: one, on: [overdue], to: [manager], from: 2026-12-01}\n"
      "  - {name: two, on: [overdue], to: [owner], state: off}\n");
  REQUIRE(rules.holding("2026-11-30").size() == 1);
  CHECK(text_of(rules.holding("2026-11-30").front()->to.front()) == "owner");
  CHECK(text_of(rules.holding("2026-12-01").front()->to.front()) == "manager");
  CHECK(text_of(rules.find("one")->to.front()) == "manager");
  CHECK(rules.find("three") == nullptr);
}

TEST_CASE("a rule with a fault is refused, with the way out") {
  CHECK(finding_of("{name: x1, to: [owner]}") == "'on' is missing: the events of the rule");
  CHECK(finding_of("{name: x1, on: [overdue]}") == "'to' is missing: whom to tell");
  CHECK(finding_of("{name: x1, on: [rain], to: [owner]}")
            .starts_with("'on': 'rain' is no event: write one of complaint, "));
  CHECK(finding_of("{name: x1, on: [overdue], to: [someone]}").starts_with("'to': 'someone' is nobody to tell"));
  CHECK(finding_of("{name: x1, on: [overdue], to: ['role:']}") == "'to': 'role:' names no role");
  CHECK(finding_of("{name: x1, on: [overdue], to: [\"a\\nb@x\"]}").starts_with("'to': "));
  CHECK(finding_of("{name: x1, on: [schedule], to: [owner]}").starts_with("'schedule' is missing"));
  CHECK(finding_of("{name: x1, on: [overdue], to: [owner], schedule: daily 08:00}") ==
        "'schedule' is for a rule on schedule");
  CHECK(finding_of("{name: x1, on: [schedule], schedule: daily 08:00, to: [customer]}") ==
        "'to': a rule on schedule tells people of ours, not 'customer'");
  CHECK(finding_of("{name: x1, on: [overdue], to: [owner], filter: 'status:open'}")
            .starts_with("'filter': 'status' is none of the facts that policy may ask for: customer, "));
  CHECK(finding_of("{name: x1, on: [activity], to: [owner], filter: 'sentiment:angry'}").starts_with("'filter': "));
  CHECK(finding_of("{name: x1, on: [delivery], to: [owner], filter: 'outcome:failed'}").empty());
  CHECK(finding_of("{name: x1, on: [overdue], to: ['list:heads']}") ==
        "rule 'x1' tells the list 'heads', which lists.yaml lacks");
  CHECK(finding_of("{name: x1, on: [overdue], to: ['role:nobody']}") ==
        "'to': nobody in people.yaml has the role 'nobody'");
  CHECK(rules_of("rules:\n", "lists:\n  a: ['list:b']\n").findings.size() == 1);
}

TEST_CASE("times and windows are read whole, or not at all") {
  for (const char* const text : {"daily 08:00", "weekly sun 23:59", "monthly 31 00:00"})
    CHECK(text_of(*parse_schedule(text)) == text);
  for (const char* const text : {"", "daily", "daily 8:00", "daily 24:00", "weekly 08:00", "weekly day 08:00",
                                 "monthly 0 08:00", "monthly 32 08:00", "daily 08:00 x", "hourly"})
    CHECK_FALSE(parse_schedule(text).has_value());
  CHECK(*parse_window("90m") == std::chrono::minutes(90));
  CHECK(*parse_window("31d") == std::chrono::days(31));
  for (const char* const text : {"", "4", "h", "-1h", "32d", "99999999999h", "1w"})
    CHECK_FALSE(parse_window(text).has_value());
  CHECK(parse_quiet("calendar")->kind == QuietHours::Kind::outside_calendar);
  CHECK(parse_quiet("none")->kind == QuietHours::Kind::none);
  for (const char* const text : {"", "night", "20:00", "20:00-20:00", "20:00-25:00"})
    CHECK_FALSE(parse_quiet(text).has_value());
}
