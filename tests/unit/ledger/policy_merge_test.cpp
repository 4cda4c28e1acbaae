#include <doctest/doctest.h>

#include "git/reference/histories.hpp"
#include "ledger/main/policy_merge.hpp"
#include "ledger/read/contents.hpp"
#include "sandbox.hpp"

namespace crmtrack::ledger {
namespace {

using testing::Sandbox;

/// A data repository whose main is changed by plain Git at times that the test gives.
class MainBox {
 public:
  MainBox() : ledger_(box_.init("data")) { box_.git("data", {"config", "merge.crmtrack.driver", "false"}); }

  [[nodiscard]] const git::ObjectStore& objects() const { return ledger_.repository().objects; }
  std::string git(const std::vector<std::string>& words) { return box_.git("data", words); }

  /// Commits a text of people.yaml, and returns the commit.
  git::ObjectId people(const std::string& text, int hour) {
    testing::write_text(box_.path("data/policy/people.yaml"), text);
    set_time(hour);
    git({"add", "policy"});
    git({"commit", "-q", "--allow-empty", "-m", "people"});
    return head();
  }
  /// Makes a merge of HEAD and `other` with this text of people.yaml, and the conflicts that it gives.
  git::ObjectId merge(const git::ObjectId& other, int hour, const std::string& text, bool lists = true) {
    const PolicyMerge merged = merge_policies(objects(), head(), other);
    set_time(hour);
    box_.git_status("data", {"merge", "-q", "--no-commit", "--no-ff", "-s", "ours", other.hex()});
    testing::write_text(box_.path("data/policy/people.yaml"), text.empty() ? merged.files.at("people.yaml") : text);
    if (lists && merged.files.contains("conflicts.yaml"))
      testing::write_text(box_.path("data/policy/conflicts.yaml"), merged.files.at("conflicts.yaml"));
    git({"add", "policy"});
    git({"commit", "-q", "-m", "merge"});
    return head();
  }
  /// Writes a commit of HEAD's files with these parents, whether they exist or not.
  git::ObjectId forge(const std::vector<std::string>& parents) {
    std::string text = "tree " + git({"rev-parse", "HEAD^{tree}"});
    for (const std::string& parent : parents) text += "parent " + parent + "\n";
    text +=
        "author A <a@b> 1700000000 +0000\ncommitter A <a@b> 1700000000 +0000\n\n" + std::to_string(++forged_) + "\n";
    testing::write_text(box_.path("forged"), text);
    const std::string file = box_.path("forged").string();
    return git::get_object_id(git({"hash-object", "-t", "commit", "-w", "--literally", file}).substr(0, 40));
  }
  void go_to(const git::ObjectId& commit) { git({"checkout", "-q", "--detach", commit.hex()}); }

  git::ObjectId head() { return git::get_object_id(git({"rev-parse", "HEAD"}).substr(0, 40)); }

 private:
  void set_time(int hour) {
    const std::string time = "2026-11-21T" + std::string(hour < 10 ? "0" : "") + std::to_string(hour) + ":00:00Z";
    box_.set("GIT_AUTHOR_DATE", time);
    box_.set("GIT_COMMITTER_DATE", time);
  }

  Sandbox box_;
  Ledger ledger_;
  int forged_ = 0;
};

std::string person(const std::string& name) { return "people:\n  - email: b@x.y\n    name: " + name + "\n"; }

TEST_CASE("a merge of sides with one policy is judged without a walk through their history") {
  MainBox box;
  box.people(person("A"), 1);
  const std::string absent(40, '1');
  const auto merge = box.forge({box.forge({absent}).hex(), box.forge({absent}).hex()});
  CHECK(find_conflicts_of_merge(box.objects(), merge).empty());
}

TEST_CASE("a merge is one of policy where it has what the sides make, with the conflicts listed or not") {
  MainBox box;
  const auto base = box.people(person("A"), 1);
  const auto first = box.people(person("First"), 2);
  box.go_to(base);
  const auto second = box.people(person("Second"), 3);
  const PolicyMerge merged = merge_policies(box.objects(), second, first);
  CHECK(merged.files.at("people.yaml") == person("First"));
  REQUIRE(merged.conflicts.size() == 1);
  CHECK(merged.conflicts[0].stands_commit == first.hex());
  CHECK(merged.conflicts[0].other_commit == second.hex());
  CHECK(merge_policies(box.objects(), first, second).files == merged.files);

  const auto listed = box.merge(first, 4, "");
  CHECK(is_policy_merge(box.objects(), listed));
  CHECK(find_conflicts_of_merge(box.objects(), listed).size() == 1);
  box.go_to(second);
  CHECK(is_policy_merge(box.objects(), box.merge(first, 4, "", false)));
  box.go_to(second);
  const auto decided = box.merge(first, 4, person("Second"));
  CHECK_FALSE(is_policy_merge(box.objects(), decided));
  CHECK(find_conflicts_of_merge(box.objects(), decided).empty());
  box.go_to(second);
  CHECK_FALSE(is_policy_merge(box.objects(), box.merge(first, 4, person("Mallory"))));
}

TEST_CASE(
    "a merge of mains that began apart is none of policy, so that nobody joins another team's policy without right") {
  MainBox box;
  const auto ours = box.people(person("A"), 1);
  box.git({"checkout", "-q", "--orphan", "foreign"});
  const auto theirs = box.people(person("A") + "  - email: m@x.y\n    role: lead\n", 2);
  box.go_to(ours);
  CHECK(merge_policies(box.objects(), ours, theirs).files.contains("people.yaml"));
  CHECK_FALSE(is_policy_merge(box.objects(), box.merge(theirs, 3, "")));
}

TEST_CASE("where histories cross, a side that has what the other went on from changed nothing") {
  MainBox box;
  const auto base = box.people(person("A") + "  - email: c@x.y\n", 1);
  const auto one = box.people(person("B") + "  - email: c@x.y\n", 2);
  box.go_to(base);
  const auto two = box.people(person("A") + "  - email: c@x.y\n    name: C\n", 3);
  const std::string both = person("B") + "  - email: c@x.y\n    name: C\n";
  const auto two_one = box.merge(one, 4, both);
  const auto newer = box.people(person("New") + "  - email: c@x.y\n    name: New\n", 5);
  box.go_to(one);
  const auto one_two = box.merge(two, 4, both);
  CHECK(is_policy_merge(box.objects(), two_one));
  for (const auto& [ours, theirs] : {std::pair(one_two, newer), std::pair(newer, one_two)}) {
    const PolicyMerge merged = merge_policies(box.objects(), ours, theirs);
    CHECK(merged.conflicts.empty());
    if (merged.files.contains("people.yaml"))
      CHECK(merged.files.at("people.yaml") == person("New") + "  - email: c@x.y\n    name: New\n");
  }
}

TEST_CASE("where histories cross, a merge must come out the same by each commit that both went on from") {
  MainBox box;
  const auto before = box.people(person("Agent"), 1);
  const auto given = box.people(person("Manager"), 2);
  const auto taken = box.people(person("Agent"), 3);
  // Somebody goes on from before, without a change, and brings that to both sides.
  box.go_to(before);
  const auto idle = box.people(person("Agent"), 9);
  box.go_to(taken);
  const auto with_taken = box.merge(idle, 10, person("Agent"));
  box.go_to(given);
  box.merge(idle, 10, person("Manager"));
  CHECK(git::find_merge_bases(box.objects(), box.head(), with_taken).size() == 2);
  const PolicyMerge merged = merge_policies(box.objects(), box.head(), with_taken);
  CHECK(merged.unreadable.contains("people.yaml"));
  CHECK(merged.is_crossed);
  CHECK_FALSE(is_policy_merge(box.objects(), box.merge(with_taken, 11, person("Manager"))));
}

TEST_CASE("the merge base is the newest by descent, not by its clock") {
  MainBox box;
  box.people(person("Agent"), 20);
  const auto given = box.people(person("Manager"), 2);
  const auto taken = box.people(person("Agent"), 3);
  box.go_to(given);
  const auto beside = box.people(person("Manager") + "  - email: c@x.y\n", 3);
  CHECK(git::find_merge_bases(box.objects(), taken, beside) == std::vector{given});
  CHECK(merge_policies(box.objects(), taken, beside).files.at("people.yaml") == person("Agent") + "  - email: c@x.y\n");
}

TEST_CASE("a file that one side removed, or that cannot be read, waits for a person") {
  MainBox box;
  const auto base = box.people(person("A"), 1);
  const auto broken = box.people("people: [\n", 2);
  box.go_to(base);
  const auto changed = box.people(person("B"), 3);
  CHECK(merge_policies(box.objects(), changed, broken).unreadable.contains("people.yaml"));
  box.go_to(base);
  box.git({"rm", "-q", "policy/people.yaml"});
  box.git({"commit", "-q", "-m", "gone"});
  CHECK(merge_policies(box.objects(), changed, box.head()).unreadable.contains("people.yaml"));
}

}  // namespace
}  // namespace crmtrack::ledger
