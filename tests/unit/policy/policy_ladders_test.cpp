// The ladders of policy (crmtrack-ladders(5)): each finding with its place.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include "policy/check.hpp"
#include "policy/ladders.hpp"
#include "policy/load.hpp"

namespace crmtrack::policy {
namespace {

using record::PromiseKind;

std::vector<std::string> findings_of(const std::string& ladders) {
  std::vector<std::string> shown;
  for (const Finding& finding : check({{"ladders.yaml", "ladders:\n" + ladders}}))
    if (finding.file == "ladders.yaml")
      shown.push_back(fmt::format("{}:{} {}{}", finding.mark.line, finding.mark.column,
                                  finding.warning ? "warning: " : "", finding.message));
  return shown;
}

using Shown = std::vector<std::string>;

}  // namespace

TEST_CASE("where the file is missing, the ladder of the domain holds") {
  const Policy policy = load({});
  REQUIRE(policy.ladders.size() == 2);
  CHECK(covers(policy.ladders[0], PromiseKind::accept));
  CHECK(!covers(policy.ladders[0], PromiseKind::update));
  const Ladder& all = policy.ladders[1];
  CHECK(!covers(all, PromiseKind::accept));
  CHECK(covers(all, PromiseKind::resolution));
  using To = LadderRung::To;
  CHECK(all.rungs == std::vector<LadderRung>{
                         {To::owner, 7500, 0}, {To::level, 10000, 1}, {To::level, 12500, 2}, {To::level, 20000, 3}});
}

TEST_CASE("rungs are read, and sorted by their share") {
  const Policy policy = load({{"ladders.yaml",
                               "ladders:\n"
                               "  - filter: severity:critical\n"
                               "    promises: [update, commitment]\n"
                               "    rungs: [{at: 110.5%, to: 9}, {at: 50%, to: owner}]\n"
                               "    from: 2026-01-01\n"
                               "    why: agreed\n"}});
  CHECK(policy.findings.empty());
  REQUIRE(policy.ladders.size() == 1);
  const Ladder& ladder = policy.ladders.front();
  CHECK(ladder.filter_text == "severity:critical");
  CHECK(ladder.promises == std::vector{PromiseKind::update, PromiseKind::commitment});
  CHECK(ladder.rungs.front().share == 5000);
  CHECK(ladder.rungs.back() == LadderRung{LadderRung::To::level, 11050, 9});
  CHECK(ladder.from == "2026-01-01");
}

TEST_CASE("each fault of a ladder has its place") {
  CHECK(findings_of("  - {rungs: []}\n").empty());
  CHECK(findings_of("  - {promises: [accept]}\n") ==
        Shown{"2:5 'rungs' is missing; an empty list switches escalation off"});
  CHECK(findings_of("  - {rungs: {at: 1%}}\n") == Shown{"2:13 'rungs' must be a list such as [{at: 100%, to: 1}]"});
  CHECK(findings_of("  - {rungs: [{at: 75%}]}\n") ==
        Shown{"2:14 a rung must say when and to whom, such as {at: 100%, to: 1}"});
  CHECK(findings_of("  - {rungs: [{at: 0%, to: 1}]}\n") ==
        Shown{"2:19 'at': '0%' is no share of a target: write 75%, 100% or 125%, at most 1000%"});
  CHECK(findings_of("  - {rungs: [{at: 1001%, to: 1}]}\n").size() == 1);
  CHECK(findings_of("  - {rungs: [{at: 4h, to: 1}]}\n").size() == 1);
  CHECK(findings_of("  - {rungs: [{at: 100%, to: boss}]}\n") ==
        Shown{"2:29 'to' is 'boss', but must be owner or a level from 0 to 9"});
  CHECK(findings_of("  - {rungs: [{at: 100%, to: next}]}\n") ==
        Shown{"2:29 'to: next' stands only in a ladder for [accept] alone: name the level"});
  CHECK(findings_of("  - {promises: [accept], rungs: [{at: 100%, to: next}]}\n").empty());
  CHECK(findings_of("  - {promises: [confirm], rungs: []}\n") ==
        Shown{"2:16 'promises' names 'confirm', which the customer owes us: it must be one of acknowledge, "
              "first_response, update, resolution, final_response, summary, commitment, accept, step, follow_up"});
  CHECK(findings_of("  - {filter: status:open, rungs: []}\n").size() == 1);
}

TEST_CASE("ladders that are never used, and levels that nobody knows, are warned of") {
  CHECK(findings_of("  - {rungs: [{at: 100%, to: 7}]}\n") ==
        Shown{"2:5 warning: a rung leads to level 7, which levels.yaml does not have"});
  CHECK(findings_of("  - {rungs: []}\n  - {filter: severity:high, rungs: []}\n") ==
        Shown{"3:5 warning: this ladder is never used: that of line 2 fits all that it fits"});
  CHECK(findings_of("  - {filter: severity:high, rungs: []}\n  - {rungs: []}\n").empty());
  CHECK(findings_of("  - {rungs: []}\n  - {promises: [accept], rungs: []}\n").empty());
  CHECK(findings_of("  - {promises: [update], rungs: []}\n  - {promises: [update, resolution], rungs: []}\n").empty());
  CHECK(findings_of("  - {rungs: []}\n  - {rungs: [{at: 100%, to: 1}], from: 2027-01-01}\n").empty());
}

TEST_CASE("reminders belong to the promise to confirm, two where the entry does not say") {
  const auto remind = [](const std::string& entry) {
    const Policy policy = load({{"targets.yaml", "targets:\n  - " + entry + "\n"}});
    return policy.findings.empty() ? static_cast<int>(policy.targets.front().remind.size()) : -1;
  };
  CHECK(remind("{promise: confirm, target: 5bd}") == 2);
  CHECK(remind("{promise: confirm, target: 5bd, remind: []}") == 0);
  CHECK(remind("{promise: confirm, target: 5bd, remind: [1bd, 3d, 4h]}") == 3);
  CHECK(remind("{promise: confirm, target: 5bd, remind: [soon]}") == -1);
  CHECK(remind("{promise: update, target: 5bd}") == 0);
  CHECK(remind("{promise: update, target: 5bd, remind: [1bd]}") == -1);
}

}  // namespace crmtrack::policy
