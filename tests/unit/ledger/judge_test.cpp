#include "ledger/rule/judge.hpp"
#include "policy/load.hpp"

#include <doctest/doctest.h>

#include "ledger/main/commit.hpp"
#include "sandbox.hpp"

namespace crmtrack::ledger {
namespace {

using testing::at;
using testing::Sandbox;

const std::string kStrict = "rights:\n  - {right: close, roles: [manager]}\n";
const std::string kPeople = "people:\n  - {email: ben@example.com, role: manager}\n  - {email: cleo@example.com}\n";
const util::Instant kThen = at(1700000000).utc;

record::Record closing() {
  return *record::parse(
      "01kajz0000aaaaaaaaaaaaaaaa", record::Kind::change,
      "kind: change\nat: 2026-11-21T09:12:00Z\nby: ben@example.com\nafter: []\nset: {status: closed}\n");
}

policy::Authority authority(const policy::Files& files) { return policy::Authority(policy::load(files)); }

TEST_CASE("a commit is judged by the policy that it names, else by the one in force") {
  int asked = 0;
  Judge judge("now", authority({}), [&](const std::string& commit) -> std::optional<policy::Files> {
    ++asked;
    if (commit != "strict" && commit != "same") return std::nullopt;
    return policy::Files{{"people.yaml", kPeople}, {"rights.yaml", kStrict}};
  });
  CHECK(*judge.refusal({"cleo@example.com", "strict", kThen}, closing()) ==
        "cleo@example.com may not close: rights.yaml gives that to manager");
  CHECK(*judge.refusal({"zed@example.com", "strict", kThen}, closing()) == "zed@example.com is not in people.yaml");
  CHECK_FALSE(judge.refusal({"Ben@Example.com", "strict", kThen}, closing()));
  CHECK_FALSE(judge.refusal({"zed@example.com", "now", kThen}, closing()));
  CHECK_FALSE(judge.refusal({"zed@example.com", "gone", kThen}, closing()));
  CHECK_FALSE(judge.refusal({"zed@example.com", "", kThen}, closing()));
  CHECK(judge.knows("strict"));
  CHECK(judge.knows("now"));
  CHECK_FALSE(judge.knows("gone"));
  CHECK_FALSE(judge.knows(""));
  CHECK(&judge.authority("strict") == &judge.authority("same"));
  CHECK(&judge.authority("gone") == &judge.authority("now"));
  CHECK(asked == 3);
}

TEST_CASE("a right that a policy gives to a role is nobody else's") {
  Judge judge(
      "now", authority({{"people.yaml", kPeople}, {"rights.yaml", "rights:\n  - {right: policy, roles: [manager]}\n"}}),
      [](const std::string&) { return std::nullopt; });
  CHECK(judge.may({"ben@example.com", "now", kThen}, policy::Right::policy));
  CHECK_FALSE(judge.may({"cleo@example.com", "now", kThen}, policy::Right::policy));
  CHECK(judge.may({"cleo@example.com", "now", kThen}, policy::Right::close));
  CHECK_FALSE(judge.may({"cleo@example.com", "now", kThen}, policy::Right::relay));
}

TEST_CASE("only what main has is a policy, also after main was rewritten") {
  Sandbox box;
  Ledger ledger = box.init("data");
  const std::string first = ledger.main_head();
  commit_main(ledger, {{"policy/people.yaml", kPeople}, {"policy/rights.yaml", kStrict}}, "strict", at(1700000000));
  const std::string strict = ledger.main_head();
  const std::string side =
      box.git("data", {"commit-tree", strict + "^{tree}", "-p", strict, "-m", "side"}).substr(0, 40);
  Judge judge = Judge::of(ledger.repository(), strict);
  CHECK(judge.knows(first));
  CHECK(judge.knows(strict));
  CHECK_FALSE(judge.knows(side));
  CHECK_FALSE(judge.knows(ledger.head()));
  CHECK_FALSE(judge.knows(std::string(40, 'a')));
  CHECK_FALSE(judge.refusal({"cleo@example.com", first, kThen}, closing()));
  CHECK(judge.refusal({"cleo@example.com", strict, kThen}, closing()));
  // A commit that names another is judged by what was in force at its time; before all of main, by what is now.
  const util::Instant later(std::chrono::seconds(1700000001));
  CHECK(judge.refusal({"cleo@example.com", side, later}, closing()));
  CHECK(judge.refusal({"cleo@example.com", std::string(40, 'a'), later}, closing()));
  CHECK(judge.refusal({"cleo@example.com", side, util::Instant(std::chrono::seconds(1))}, closing()));
  commit_main(ledger, {{"policy/rights.yaml", "rights: []\n"}}, "loose", at(1800000000));
  Judge grown = Judge::of(ledger.repository(), ledger.main_head());
  CHECK(grown.refusal({"cleo@example.com", side, later}, closing()));
  CHECK_FALSE(grown.refusal({"cleo@example.com", side, util::Instant(std::chrono::seconds(1800000001))}, closing()));
  const policy::Policy none;
  CHECK_FALSE(Judge::of(ledger.repository(), std::string(40, 'b'), &none).knows(strict));
}

TEST_CASE("who was judged before does not matter, where main does not have what a commit names") {
  Sandbox box;
  Ledger ledger = box.init("data");
  const auto people = [&](const char* name, std::int64_t time) {
    commit_main(ledger, {{"policy/people.yaml", std::string("people:\n  - {email: ") + name + "@example.com}\n"}}, name,
                at(time));
    return ledger.main_head();
  };
  const std::string older = people("ben", 1700000000);
  const std::string newer = people("cleo", 1700000001);
  const auto lineage = std::make_shared<PolicyLineage>();
  const std::string unknown(40, 'a');
  const PolicyLineage::Number named = lineage->next({}, older);
  const PolicyLineage::Number own = lineage->next({&named, 1}, unknown);
  const util::Instant later(std::chrono::seconds(1700000002));
  Judge judge = Judge::of(ledger.repository(), newer, nullptr, lineage);
  CHECK(judge.is_stranger({"zed@example.com", unknown, later, own}));
  CHECK_FALSE(judge.is_stranger({"cleo@example.com", unknown, later, own}));
}

TEST_CASE("the faults of a record as such") {
  const auto path = record::parse_path("complaints/2026/11/21/7f3q2mxab4/01kajz0000aaaaaaaaaaaaaaaa-activity.yaml");
  REQUIRE(path);
  const std::string head = "kind: activity\nat: 2026-11-21T09:12:00Z\nby: a@b.c\nafter: []\n";
  CHECK_FALSE(content_fault(*path, head + "type: note\n"));
  CHECK(content_fault(*path, head + "type: dance\n"));
  CHECK(content_fault(*path, "kind: [\n"));
  auto other = *path;
  other.kind = record::StatedKind("omen");
  CHECK(*content_fault(other, "kind: omen\nat: 2026-11-21T09:12:00Z\nby: a@b.c\nafter: []\n") ==
        "'omen' is no kind of record that this version knows");
}

}  // namespace
}  // namespace crmtrack::ledger
