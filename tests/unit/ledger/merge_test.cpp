#include <doctest/doctest.h>
#include <fmt/format.h>

#include <functional>

#include "git/program/repository.hpp"
#include "git/reference/branch_names.hpp"
#include "git/reference/writer_lock.hpp"
#include "ledger/read/contents.hpp"
#include "ledger/read/read_range.hpp"
#include "ledger/share/merge.hpp"
#include "ledger/write/append.hpp"
#include "ledger/write/init.hpp"
#include "sandbox.hpp"

namespace crmtrack::ledger {
namespace {

using State = Merged::State;
using testing::activity;
using testing::addition;
using testing::at;
using testing::Sandbox;

std::string append_one(Ledger& ledger, unsigned number, std::int64_t time, const std::string& complaint) {
  REQUIRE(append(ledger, addition(ledger, {activity(complaint, number)}), at(time)) == Landed::yes);
  return ledger.head();
}

/// Two clones that each wrote what the other does not have.
struct Pair {
  Sandbox box;
  Ledger here = box.init("here");
  std::string first = append_one(here, 1, 1700000001, "7f3q2mxab4");

  /// Opens the clone `there`, with a ledger branch of its own.
  Ledger clone() const {
    box.git(".", {"clone", "-q", "here", "there"});
    box.git("there", {"branch", "-q", "ledger", "origin/ledger"});
    return box.open("there");
  }
  /// Brings the heads of one repository's ledger into the other's object store; returns the head.
  std::string fetch(const std::string& into, const std::string& from) const {
    box.git(into, {"fetch", "-q", (box.path(from) / ".").string(), "ledger"});
    return box.git(from, {"rev-parse", "ledger"}).substr(0, 40);
  }
  /// A commit on the ledger that no writer of ours would make, by plain git in a scratch worktree.
  std::string commit_by_hand(const std::string& in,
                             const std::function<void(const std::filesystem::path&)>& change) const {
    box.git(in, {"worktree", "add", "-q", "--detach", box.path("hand").string(), "ledger"});
    change(box.path("hand"));
    box.git("hand", {"add", "-A"});
    box.git("hand", {"commit", "-q", "-m", "by hand"});
    const std::string commit = box.git("hand", {"rev-parse", "HEAD"}).substr(0, 40);
    box.git(in, {"worktree", "remove", "--force", box.path("hand").string()});
    box.git(in, {"update-ref", git::kLedgerRef, commit});
    return commit;
  }
  std::string tree(const std::string& in) const { return box.git(in, {"rev-parse", "ledger^{tree}"}); }
};

TEST_CASE("records that another clone added move the branch forward") {
  Pair pair;
  Ledger there = pair.clone();
  const std::string theirs = append_one(there, 2, 1700000002, "8f3q2mxab4");
  pair.fetch("here", "there");
  const Merged merged = merge(pair.here, theirs, {}, at(1700000003));
  CHECK(merged.state == State::forwarded);
  CHECK(merged.before == pair.first);
  CHECK(merged.head == theirs);
  CHECK(pair.here.head() == theirs);
  CHECK(merged.records == 1);
  CHECK(merged.complaints == 1);
  CHECK(merged.authors == std::vector<std::string>{"asha@example.com"});
  CHECK(merge(pair.here, theirs, {}, at(1700000003)).state == State::nothing);
  CHECK(merge(pair.here, pair.first, {}, at(1700000003)).state == State::nothing);
}

TEST_CASE("two histories become one, the same on both sides and as git merges them") {
  Pair pair;
  Ledger there = pair.clone();
  for (unsigned i = 0; i < 30; ++i) append_one(pair.here, 10 + i, 1700000010 + i, i % 2 ? "7f3q2mxab4" : "9f3q2mxab4");
  for (unsigned i = 0; i < 30; ++i) append_one(there, 50 + i, 1700000005 + i, i % 3 ? "7f3q2mxab4" : "8f3q2mxab4");
  const std::string ours = pair.here.head(), theirs = there.head();
  pair.fetch("here", "there");
  pair.fetch("there", "here");
  const std::string by_git = pair.box.git("here", {"merge-tree", "--write-tree", ours, theirs});
  const Merged one = merge(pair.here, theirs, {}, at(1800000000));
  const Merged other = merge(there, ours, {}, at(1900000000));
  CHECK(one.state == State::merged);
  CHECK(one.records == 30);
  CHECK(one.head == other.head);
  CHECK(pair.tree("here") == by_git);
  CHECK(pair.box.fsck("here") == "");
  const Commit commit = read_commit(pair.here.repository(), one.head);
  CHECK(commit.author.email == "crmtrack");
  CHECK(commit.committer.time == at(1700000039).utc);
  CHECK(std::is_sorted(commit.parents.begin(), commit.parents.end()));
  const Range range = read_range(pair.here.repository(), "", one.head, {});
  CHECK(range.faults.empty());
  CHECK(range.added.size() == 61);
}

TEST_CASE("a history that removes, changes, renames or misplaces something is refused whole") {
  Pair pair;
  const std::string path = activity("7f3q2mxab4", 1).path;
  std::function<void(const std::filesystem::path&)> change;
  std::string told;
  SUBCASE("removed") {
    change = [&](const auto& folder) { std::filesystem::remove(folder / path); };
    told = "removed";
  }
  SUBCASE("changed") {
    change = [&](const auto& folder) { testing::write_text(folder / path, "kind: note\n"); };
    told = "changed";
  }
  SUBCASE("renamed") {
    change = [&](const auto& folder) {
      std::filesystem::rename(folder / path, folder / activity("7f3q2mxab4", 9).path);
    };
    told = "removed";
  }
  SUBCASE("misplaced") {
    change = [](const auto& folder) { testing::write_text(folder / "notes.txt", "hello\n"); };
    told = "no path of a ledger";
  }
  SUBCASE("too large") {
    change = [](const auto& folder) {
      testing::write_text(folder / activity("7f3q2mxab4", 8).path, std::string(300 << 10, 'x'));
    };
    told = "larger than 256 KiB";
  }
  Ledger there = pair.clone();
  append_one(there, 2, 1700000002, "8f3q2mxab4");
  const std::string bad = pair.commit_by_hand("there", change);
  pair.fetch("here", "there");
  for (const bool diverged : {false, true}) {
    if (diverged) append_one(pair.here, 3, 1700000003, "7f3q2mxab4");
    const std::string head = pair.here.head();
    const Merged merged = merge(pair.here, bad, {}, at(1700000004));
    CHECK(merged.state == State::refused);
    REQUIRE(!merged.faults.empty());
    const auto told_of = [&](const Range::Fault& fault) { return fault.commit == bad && fault.message == told; };
    CHECK(std::any_of(merged.faults.begin(), merged.faults.end(), told_of));
    CHECK(pair.here.head() == head);
  }
}

TEST_CASE("an attachment may be larger than a record, whatever its name") {
  Pair pair;
  Ledger there = pair.clone();
  const std::string record = activity("7f3q2mxab4", 8).path;
  const std::string attached = record.substr(0, record.rfind('-')) + ".files/data.yaml";
  REQUIRE(append(there, addition(there, {activity("7f3q2mxab4", 8), {attached, std::string(300 << 10, 'x')}}),
                 at(1700000002)) == Landed::yes);
  pair.fetch("here", "there");
  CHECK(merge(pair.here, there.head(), {}, at(1700000003)).state == State::forwarded);
}

TEST_CASE("mending keeps what was removed, takes what was added, and frees every other clone") {
  Pair pair;
  const std::string path = activity("7f3q2mxab4", 1).path;
  Ledger there = pair.clone();
  pair.box.git(".", {"clone", "-q", "here", "third"});
  pair.box.git("third", {"branch", "-q", "ledger", "origin/ledger"});
  Ledger third = pair.box.open("third");
  append_one(there, 2, 1700000002, "8f3q2mxab4");
  const std::string bad =
      pair.commit_by_hand("there", [&](const auto& folder) { std::filesystem::remove(folder / path); });
  const std::string after = append_one(there, 4, 1700000004, "8f3q2mxab4");
  pair.fetch("here", "there");
  MergeOptions mend;
  mend.mend = true;
  const Merged mended = merge(pair.here, after, mend, at(1700000005));
  REQUIRE(mended.state == State::merged);
  CHECK(mended.faults.front().commit == bad);
  for (const unsigned number : {1U, 2U, 4U}) {
    const std::string kept = activity(number == 1 ? "7f3q2mxab4" : "8f3q2mxab4", number).path;
    CHECK(find_file(pair.here.repository(), mended.head, kept, 1000));
  }
  CHECK(pair.box.fsck("here") == "");
  // A clone that refused it before takes it now, with its records since; so does the one at fault.
  append_one(third, 7, 1700000006, "7f3q2mxab4");
  pair.fetch("third", "here");
  CHECK(merge(third, mended.head, {}, at(1700000007)).state == State::merged);
  pair.fetch("there", "third");
  CHECK(merge(there, third.head(), {}, at(1700000008)).state == State::forwarded);
  CHECK(find_file(there.repository(), there.head(), path, 1000));
}

TEST_CASE("one path with two contents is refused") {
  Pair pair;
  Ledger there = pair.clone();
  const auto write = [](Ledger& ledger, const std::string& text) {
    REQUIRE(append(ledger, addition(ledger, {activity("7f3q2mxab4", 5, text)}), at(1700000010)) == Landed::yes);
  };
  write(pair.here, "kind: activity\n");
  write(there, "kind: activity\ntext: other\n");
  pair.fetch("here", "there");
  const Merged merged = merge(pair.here, there.head(), {}, at(1700000011));
  CHECK(merged.state == State::refused);
  REQUIRE(merged.faults.size() == 1);
  CHECK(merged.faults.front().path == activity("7f3q2mxab4", 5).path);
}

TEST_CASE("the ledger of somebody else is joined only where that is asked for") {
  Pair pair;
  Ledger other = init(pair.box.path("other"), false, pair.box.environment(), {{"README.md", "# Data\n"}}, "9f3q2mxab4",
                      at(1000000009));
  append_one(other, 2, 1700000002, "8f3q2mxab4");
  pair.fetch("here", "other");
  CHECK(merge(pair.here, other.head(), {}, at(1700000003)).state == State::unrelated);
  MergeOptions join;
  join.join = true;
  CHECK(merge(pair.here, other.head(), join, at(1700000003)).state == State::merged);
  CHECK(list_files(pair.here.repository(), pair.here.head(), "ledgers").size() == 2);
  CHECK(find_file(pair.here.repository(), pair.here.head(), activity("8f3q2mxab4", 2).path, 1000));
}

TEST_CASE("a clone without a ledger branch gets it") {
  Pair pair;
  pair.box.git(".", {"clone", "-q", "here", "there"});
  Ledger there = pair.box.open("there");
  const Merged merged = merge(there, pair.first, {}, at(1700000003));
  CHECK(merged.state == State::forwarded);
  CHECK(merged.before.empty());
  CHECK(merged.records == 1);
  CHECK(pair.box.git("there", {"rev-parse", "ledger"}).substr(0, 40) == pair.first);
}

TEST_CASE("a merge that must not wait says that others are writing") {
  Pair pair;
  Ledger there = pair.clone();
  const std::string theirs = append_one(there, 2, 1700000002, "8f3q2mxab4");
  pair.fetch("here", "there");
  MergeOptions hasty;
  hasty.wait = false;
  {
    const auto lock = git::lock_writers(pair.here.location(), {});
    CHECK(merge(pair.here, theirs, hasty, at(1700000003)).state == State::busy);
    CHECK(pair.here.head() == pair.first);
  }
  CHECK(merge(pair.here, theirs, hasty, at(1700000003)).state == State::forwarded);
}

TEST_CASE("nothing is merged into a ledger that is checked out") {
  Pair pair;
  Ledger there = pair.clone();
  const std::string theirs = append_one(there, 2, 1700000002, "8f3q2mxab4");
  pair.fetch("here", "there");
  pair.box.git("here", {"switch", "-q", "ledger"});
  CHECK_THROWS_WITH_AS(merge(pair.here, theirs, {}, at(1700000003)), doctest::Contains("checked out"), util::Error);
  CHECK(pair.here.head() == pair.first);
}

}  // namespace
}  // namespace crmtrack::ledger
