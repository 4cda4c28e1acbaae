#include "ledger/rule/policy_lineage.hpp"

#include <doctest/doctest.h>

#include <map>
#include <random>
#include <set>

#include "ledger/main/commit.hpp"
#include "ledger/rule/judge.hpp"
#include "sandbox.hpp"

namespace crmtrack::ledger {
namespace {

using testing::at;
using testing::Sandbox;
using Number = PolicyLineage::Number;

Number next(PolicyLineage& lineage, std::vector<Number> parents, std::string_view policy) {
  return lineage.next(parents, policy);
}

/// All policies that a number and what lies before it name.
std::set<std::string> named_by(PolicyLineage& lineage, Number number) {
  std::set<std::string> named;
  std::set<Number> seen;
  std::vector<Number> waiting{number};
  while (!waiting.empty()) {
    const Number at = waiting.back();
    waiting.pop_back();
    if (!seen.insert(at).second) continue;
    const PolicyLineage::Stage& stage = lineage.stage(at);
    if (!stage.policy.empty()) named.insert(stage.policy);
    waiting.insert(waiting.end(), stage.before.begin(), stage.before.end());
  }
  return named;
}

TEST_CASE("commits whose ancestors name the same policies share a number") {
  PolicyLineage lineage;
  const Number none = next(lineage, {}, "");
  CHECK(none == PolicyLineage::kNone);
  const Number one = next(lineage, {none}, "one");
  CHECK(next(lineage, {one}, "one") == one);
  CHECK(next(lineage, {one}, "") == one);
  const Number two = next(lineage, {one}, "two");
  CHECK(two != one);
  CHECK(next(lineage, {two}, "one") == two);
  CHECK(next(lineage, {one, two}, "one") == two);
  CHECK(next(lineage, {two, one}, "") == two);
  const Number three = next(lineage, {one}, "three");
  CHECK(named_by(lineage, next(lineage, {two, three}, "")) == std::set<std::string>{"one", "two", "three"});
  CHECK(next(lineage, {two, three}, "") == next(lineage, {three, two}, "two"));
}

TEST_CASE("an unread commit is read when somebody asks, once") {
  PolicyLineage lineage;
  int asked = 0;
  lineage.read_with([&](const git::ObjectId&) {
    ++asked;
    return next(lineage, {}, "old");
  });
  const Number unread = lineage.of_unread(git::get_object_id(std::string(40, 'a')));
  CHECK(lineage.of_unread(git::get_object_id(std::string(40, 'a'))) == unread);
  const Number after = next(lineage, {unread}, "new");
  CHECK(asked == 0);
  CHECK(named_by(lineage, after) == std::set<std::string>{"old", "new"});
  CHECK(named_by(lineage, unread) == std::set<std::string>{"old"});
  CHECK(asked == 1);
}

TEST_CASE("numbers say of any history what its ancestors name") {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    std::mt19937 random(seed);
    PolicyLineage lineage;
    std::vector<Number> numbers;
    std::vector<std::set<std::string>> expected;
    for (int i = 0; i < 60; ++i) {
      std::vector<Number> parents;
      std::set<std::string> names;
      for (unsigned n = random() % 3; n > 0 && i > 0; --n) {
        const std::size_t parent = random() % numbers.size();
        parents.push_back(numbers[parent]);
        names.insert(expected[parent].begin(), expected[parent].end());
      }
      const std::string policy = random() % 4 == 0 ? "" : std::string(1, static_cast<char>('a' + random() % 6));
      if (!policy.empty()) names.insert(policy);
      numbers.push_back(lineage.next(parents, policy));
      expected.push_back(std::move(names));
      CHECK(named_by(lineage, numbers.back()) == expected.back());
    }
  }
}

/// A ledger whose main has a loose policy first and a strict one then.
class TwoPolicies {
 public:
  TwoPolicies() : ledger_(box_.init("data")), loose(ledger_.main_head()) {
    commit_main(ledger_,
                {{"policy/people.yaml",
                  "people:\n  - {email: ben@example.com, role: manager}\n"
                  "  - {email: cleo@example.com}\n"},
                 {"policy/rights.yaml", "rights:\n  - {right: close, roles: [manager]}\n"}},
                "strict", at(1700000000));
    strict = ledger_.main_head();
  }

  /// A commit on main besides: a child of `parents` with the files of `like`.
  std::string on_the_side(const std::string& like, const std::vector<std::string>& parents) {
    std::vector<std::string> words{"commit-tree", like + "^{tree}", "-m", "side"};
    for (const std::string& parent : parents) words.insert(words.end(), {"-p", parent});
    return box_.git("data", words).substr(0, 40);
  }

  bool closes(const std::string& main, const std::string& author, const std::string& policy,
              const std::vector<std::string>& before) {
    auto lineage = std::make_shared<PolicyLineage>();
    Number number = PolicyLineage::kNone;
    for (const std::string& each : before) number = next(*lineage, {number}, each);
    Judge judge = Judge::of(ledger_.repository(), main, nullptr, lineage);
    const auto record = record::parse(
        "01kajz0000aaaaaaaaaaaaaaaa", record::Kind::change,
        "kind: change\nat: 2026-11-21T09:12:00Z\nby: ben@example.com\nafter: []\nset: {status: closed}\n");
    return !judge.refusal({author, policy, at(1700000000).utc, next(*lineage, {number}, policy)}, *record);
  }

 private:
  Sandbox box_;
  Ledger ledger_;

 public:
  std::string loose, strict;
};

TEST_CASE("roles never go back along a line of history") {
  TwoPolicies main;
  CHECK(main.closes(main.strict, "cleo@example.com", main.loose, {}));
  CHECK(main.closes(main.strict, "cleo@example.com", main.loose, {main.loose}));
  CHECK_FALSE(main.closes(main.strict, "cleo@example.com", main.loose, {main.strict}));
  CHECK_FALSE(main.closes(main.strict, "cleo@example.com", main.loose, {main.strict, main.loose}));
  CHECK_FALSE(main.closes(main.strict, "zed@example.com", main.loose, {main.loose, main.strict}));
  CHECK_FALSE(main.closes(main.strict, "cleo@example.com", "", {main.strict}));
  CHECK(main.closes(main.strict, "ben@example.com", main.loose, {main.strict}));
  // A commit that main does not have is no policy.
  CHECK(main.closes(main.loose, "cleo@example.com", main.loose, {main.strict}));
}

TEST_CASE("a side branch of main that kept the old roles is no way back") {
  TwoPolicies main;
  const std::string side = main.on_the_side(main.loose, {main.loose});
  const std::string merge = main.on_the_side(main.strict, {main.strict, side});
  const std::string turned = main.on_the_side(main.strict, {side, main.strict});
  for (const std::string& head : {merge, turned}) {
    CHECK_FALSE(main.closes(head, "cleo@example.com", side, {main.strict}));
    CHECK_FALSE(main.closes(head, "cleo@example.com", side, {main.strict, side}));
    CHECK_FALSE(main.closes(head, "cleo@example.com", head, {main.strict, side}));
    // Ben's side knows of no change, and what it left as it was decides nothing.
    CHECK(main.closes(head, "ben@example.com", main.strict, {side}));
    CHECK_FALSE(main.closes(head, "cleo@example.com", main.strict, {side}));
  }
}

}  // namespace
}  // namespace crmtrack::ledger
