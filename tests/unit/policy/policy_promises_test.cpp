#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "policy/check.hpp"
#include "policy/check_promises.hpp"
#include "policy/load.hpp"

using crmtrack::policy::check;
using crmtrack::policy::check_promises;
using crmtrack::policy::check_zones;
using crmtrack::policy::Files;
using crmtrack::policy::Finding;
using crmtrack::policy::load;

namespace {

std::string listed(const std::vector<Finding>& findings) {
  std::string text;
  for (const Finding& finding : findings)
    text += fmt::format("{}{}:{}:{}: {}{}", text.empty() ? "" : "\n", finding.file, finding.mark.line,
                        finding.mark.column, finding.warning ? "warning: " : "", finding.message);
  return text;
}

std::string promise_findings(const Files& files) { return listed(check_promises(load(files), files)); }
std::string target_findings(const std::string& entries) {
  return promise_findings({{"targets.yaml", "targets:\n" + entries}});
}

}  // namespace

TEST_CASE("the targets and calendars that are built in have no findings") { CHECK(promise_findings({}).empty()); }

TEST_CASE("a target below one that takes all of its complaints is unreachable") {
  CHECK(
      target_findings(
          "- {promise: update, target: 5bd}\n- {promise: update, target: 2bd, filter: \"severity:high\"}\n") ==
      "targets.yaml:3:3: warning: the target 2bd of update for severity:high is unreachable: the target 5bd of update "
      "above it fits all of its complaints; put it above that one");
  CHECK(
      target_findings("- {promise: update, target: 2bd, filter: \"severity:high\"}\n- {promise: update, target: 5bd}\n")
          .empty());
  SUBCASE("of several conditions, whatever their order") {
    CHECK(target_findings("- {promise: update, target: 5bd, filter: \"project:aa\"}\n"
                          "- {promise: update, target: 2bd, filter: \"severity:high project:aa\"}\n") != "");
    CHECK(target_findings("- {promise: update, target: 5bd, filter: \"project:aa severity:low\"}\n"
                          "- {promise: update, target: 2bd, filter: \"severity:high project:aa\"}\n")
              .empty());
  }
  SUBCASE("of another promise nothing is taken") {
    CHECK(target_findings(
              "- {promise: accept, target: 4h}\n- {promise: update, target: 2bd, filter: \"severity:high\"}\n")
              .empty());
  }
}

TEST_CASE("a target is reachable if some day leaves it a complaint") {
  // Until 2027 the general one has not come.
  CHECK(target_findings("- {promise: update, target: 5bd, from: 2027-01-01}\n"
                        "- {promise: update, target: 2bd, filter: \"severity:high\"}\n")
            .empty());
  // From 2027 on the general one above is replaced by one below.
  CHECK(target_findings("- {promise: update, target: 5bd}\n"
                        "- {promise: update, target: 2bd, filter: \"severity:high\"}\n"
                        "- {promise: update, target: 4bd, from: 2027-01-01}\n")
            .empty());
  // The general one is retired.
  CHECK(target_findings("- {promise: update, target: 5bd, valid_to: 2027-01-01}\n"
                        "- {promise: update, target: 2bd, filter: \"severity:high\"}\n")
            .empty());
  // It begins when the general one holds already, and that one stays.
  CHECK(target_findings("- {promise: update, target: 5bd, from: 2027-01-01}\n"
                        "- {promise: update, target: 2bd, filter: \"severity:high\", from: 2027-01-01}\n") != "");
}

TEST_CASE("a version that replaces another is no overlap; two of one day are") {
  CHECK(target_findings("- {promise: update, target: 5bd}\n- {promise: update, target: 2bd, from: 2027-01-01}\n")
            .empty());
  CHECK(target_findings("- {promise: update, target: 5bd}\n- {promise: update, target: 2bd}\n") ==
        "targets.yaml:3:3: the target 2bd of update overlaps another target of the same promise, filter and 'from' "
        "(5bd), "
        "which holds: give one of them another 'from', or take it out");
}

TEST_CASE("a warning point may not be longer than its target") {
  CHECK(target_findings("- {promise: accept, target: 4h, warn: [4h, 75%]}\n").empty());
  CHECK(
      target_findings("- {promise: accept, target: 4h, warn: [5h]}\n") ==
      "targets.yaml:2:39: warning: the warning point 5h is longer than the target 4h of accept: it warns at the start");
  // Up to eight hours on the day on which it began, and as many on the next one.
  CHECK(target_findings("- {promise: update, target: 1bd, warn: [16h]}\n").empty());
  CHECK(target_findings("- {promise: update, target: 1bd, warn: [17h]}\n") != "");
}

TEST_CASE("an entry has 20 warning points and reminders at most") {
  const auto found = [](const std::string& entry) { return listed(check({{"targets.yaml", "targets:\n" + entry}})); };
  std::string many = "1bd";
  for (int i = 1; i < 20; ++i) many += ", 1bd";
  CHECK(found("- {promise: confirm, target: 5bd, remind: [" + many + "]}\n").empty());
  CHECK(found("- {promise: confirm, target: 5bd, remind: [" + many + ", 1bd]}\n") ==
        "targets.yaml:2:43: 'remind' has 20 times at most");
  std::string shares = "75%";
  for (int i = 0; i < 20; ++i) shares += ", 75%";
  CHECK(found("- {promise: confirm, target: 5bd, warn: [" + shares + "]}\n") ==
        "targets.yaml:2:41: 'warn' has 20 times at most");
}

TEST_CASE("names that nothing has are warned of where they stand") {
  CHECK(
      target_findings("- {promise: update, target: 1bd, calendar: dfault}\n") ==
      "targets.yaml:2:44: warning: the target 1bd of update names the calendar 'dfault', which calendars.yaml does not "
      "have: the calendar of the project, or default, counts; did you mean 'default'");
  CHECK(promise_findings({{"projects.yaml", "projects:\n- {id: aa, calendar: leeds, regulatory: rg272}\n"}}) ==
        "projects.yaml:2:22: warning: project 'aa' names the calendar 'leeds', which calendars.yaml does not have: "
        "default "
        "counts\n"
        "projects.yaml:2:41: warning: project 'aa' has the regulatory profile 'rg272', which gives no targets here: it "
        "must "
        "be one of disp, rg271");
  CHECK(promise_findings({{"calendars.yaml", "calendars:\n  leeds: {week: {mon: [\"09:00-17:00\"]}}\n"}}) ==
        "calendars.yaml:1:1: warning: there is no calendar 'default': a target that names no calendar has no due time");
}

TEST_CASE("zones are asked of the machine") {
  const Files files{{"calendars.yaml", "calendars:\n  default: {zone: Mars/Base, week: {mon: [\"09:00-17:00\"]}}\n"},
                    {"settings.yaml", "settings:\n  zone: Mars/Base\n"}};
  const auto knows_none = [](const std::string&) { return false; };
  CHECK(listed(check_zones(load(files), files, knows_none)) ==
        "calendars.yaml:2:12: warning: this machine does not know the zone 'Mars/Base' of calendar 'default': it "
        "counts in "
        "the ledger's zone; see tzselect(8)\n"
        "settings.yaml:2:9: warning: this machine does not know the zone 'Mars/Base': each reader's own stands for it; "
        "see "
        "tzselect(8)");
  CHECK(check_zones(load(files), files, [](const std::string&) { return true; }).empty());
}
