#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>

#include "git/object/progress.hpp"
#include "git/reference/branch_names.hpp"
#include "ledger/read/read.hpp"
#include "ledger/read/read_range.hpp"
#include "ledger/write/append.hpp"
#include "ledger/write/trailer.hpp"
#include "sandbox.hpp"

namespace crmtrack::ledger {
namespace {

using testing::activity;
using testing::addition;
using testing::at;
using testing::Sandbox;

std::vector<std::string> paths_of(const std::vector<Added>& added) {
  std::vector<std::string> paths;
  for (const Added& one : added) paths.emplace_back(one.path);
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::vector<std::string> sorted(std::vector<std::string> paths) {
  std::sort(paths.begin(), paths.end());
  return paths;
}

const Added& find(const std::vector<Added>& added, const std::string& path) {
  const auto found = std::find_if(added.begin(), added.end(), [&](const Added& one) { return one.path == path; });
  REQUIRE(found != added.end());
  return *found;
}

/// The commit by which a range knows a path.
std::string commit_of(const Range& range, const std::string& path) {
  return range.commit_of(find(range.added, path)).id.hex();
}

std::string append_one(Ledger& ledger, const NewFile& file, std::int64_t time) {
  REQUIRE(append(ledger, addition(ledger, {file}), at(time)) == Landed::yes);
  return ledger.head();
}

/// The files that a range adds, by plain git.
std::vector<std::string> added_by_git(const Sandbox& box, const std::string& older, const std::string& newer) {
  std::vector<std::string> paths;
  std::string text = box.git("data", {"diff-tree", "-r", "--name-only", "--diff-filter=A", older, newer});
  for (std::size_t end = 0; (end = text.find('\n')) != std::string::npos; text.erase(0, end + 1))
    paths.push_back(text.substr(0, end));
  return paths;
}

/// A commit that no writer of ours would make, by plain git in a scratch worktree.
std::string commit_by_hand(const Sandbox& box, const std::function<void(const std::filesystem::path&)>& change) {
  box.git("data", {"worktree", "add", "-q", "--detach", box.path("hand").string(), "ledger"});
  change(box.path("hand"));
  box.git("hand", {"add", "-A"});
  box.git("hand", {"commit", "-q", "-m", "by hand"});
  const std::string commit = box.git("hand", {"rev-parse", "HEAD"}).substr(0, 40);
  box.git("data", {"worktree", "remove", "--force", box.path("hand").string()});
  box.git("data", {"update-ref", git::kLedgerRef, commit});
  return commit;
}

TEST_CASE("each file of a range comes with the commit that added it") {
  Sandbox box;
  Ledger ledger = box.init("data");
  std::vector<std::string> heads{ledger.head()};
  for (unsigned i = 0; i < 5; ++i) heads.push_back(append_one(ledger, activity("7f3q2mxab4", i), 1700000000 + i));
  const Range all = read_range(ledger.repository(), "", heads.back(), {});
  CHECK(all.faults.empty());
  CHECK(all.again.empty());
  REQUIRE(all.added.size() == 5);
  for (unsigned i = 0; i < 5; ++i) {
    const Added& one = find(all.added, activity("7f3q2mxab4", i).path);
    CHECK(all.commit_of(one).id.hex() == heads[i + 1]);
    CHECK(all.author_of(one) == "asha@example.com");
    CHECK(all.commit_of(one).time == at(1700000000 + i).utc);
    CHECK(read_blob(ledger, one.blob, 100) == "kind: activity\n");
  }
  CHECK(paths_of(read_range(ledger.repository(), heads[2], heads[4], {}).added) ==
        added_by_git(box, heads[2], heads[4]));
  CHECK(read_range(ledger.repository(), heads[2], heads[2], {}).added.empty());
  CHECK(is_ancestor(ledger, heads[1], heads[3]));
  CHECK(is_ancestor(ledger, heads[1], heads[1]));
  CHECK_FALSE(is_ancestor(ledger, heads[3], heads[1]));
  CHECK_FALSE(is_ancestor(ledger, std::string(40, '1'), heads[1]));
}

TEST_CASE("a long history, read in halves, names each file with its own commit") {
  constexpr unsigned kCommits = 2500;
  Sandbox box;
  Ledger ledger = box.init("data");
  std::string stream;
  for (unsigned i = 0; i < kCommits; ++i) {
    const NewFile file = activity(fmt::format("{:010}", i % 50), i);
    stream += fmt::format("commit {0}\ncommitter N <n@example.com> {1} +0000\ndata 0\n{2}", git::kLedgerRef,
                          1700000000 + i, i == 0 ? fmt::format("from {}\n", ledger.head()) : "");
    stream += fmt::format("M 100644 inline {}\ndata {}\n{}\n", file.path, file.bytes.size(), file.bytes);
  }
  testing::write_text(box.path("stream"), stream);
  box.git("data", {"-c", "alias.feed=!git fast-import --quiet <../stream", "feed"});
  const Range range = read_range(ledger.repository(), "", ledger.head(), {});
  CHECK(range.faults.empty());
  REQUIRE(range.added.size() == kCommits);
  for (unsigned i = 0; i < kCommits; ++i) {
    CHECK(range.added[i].path == activity(fmt::format("{:010}", i % 50), i).path);
    CHECK(range.commit_of(range.added[i]).time == at(1700000000 + i).utc);
  }
}

TEST_CASE("a merge adds what its parents brought, each record with its earliest commit") {
  Sandbox box;
  Ledger ledger = box.init("data");
  const std::string base = append_one(ledger, activity("7f3q2mxab4", 1), 1700000000);
  const std::string left = append_one(ledger, activity("7f3q2mxab4", 2), 1700000100);
  const std::string ours = append_one(ledger, activity("8888888888", 3), 1700000200);
  box.git("data", {"update-ref", git::kLedgerRef, base});
  const std::string theirs_new = append_one(ledger, activity("9999999999", 4), 1700000150);
  const std::string theirs_same = append_one(ledger, activity("8888888888", 3), 1700000050);
  box.git("data", {"worktree", "add", "-q", "--detach", box.path("merge").string(), ours});
  box.git("merge", {"merge", "-q", "--no-edit", theirs_same});
  const std::string merged = box.git("merge", {"rev-parse", "HEAD"}).substr(0, 40);

  const std::string shared = activity("8888888888", 3).path;
  const Range all = read_range(ledger.repository(), "", merged, {});
  CHECK(all.faults.empty());
  CHECK(paths_of(all.added) == sorted({activity("7f3q2mxab4", 1).path, activity("7f3q2mxab4", 2).path, shared,
                                       activity("9999999999", 4).path}));
  CHECK(commit_of(all, shared) == theirs_same);
  CHECK(commit_of(all, activity("7f3q2mxab4", 2).path) == left);

  const Range grown = read_range(ledger.repository(), ours, merged, {});
  CHECK(grown.faults.empty());
  CHECK(paths_of(grown.added) == std::vector<std::string>{activity("9999999999", 4).path});
  CHECK(commit_of(grown, activity("9999999999", 4).path) == theirs_new);
  REQUIRE(paths_of(grown.again) == std::vector<std::string>{shared});
  CHECK(grown.commit_of(grown.again[0]).id.hex() == theirs_same);
}

TEST_CASE("a merge answers for the files that it itself brings in or drops") {
  Sandbox box;
  Ledger ledger = box.init("data");
  const std::string base = append_one(ledger, activity("7f3q2mxab4", 1), 1700000000);
  const std::string ours = append_one(ledger, activity("7f3q2mxab4", 2), 1700000100);
  box.git("data", {"update-ref", git::kLedgerRef, base});
  const std::string theirs = append_one(ledger, activity("9999999999", 3), 1700000100);
  box.git("data", {"worktree", "add", "-q", "--detach", box.path("merge").string(), ours});
  box.git("merge", {"merge", "-q", "--no-commit", theirs});
  testing::write_text(box.path("merge") / activity("8888888888", 4).path, "kind: activity\n");
  std::filesystem::remove(box.path("merge") / activity("7f3q2mxab4", 1).path);
  box.git("merge", {"add", "-A"});
  box.git("merge", {"commit", "-q", "-m", "merge"});
  const std::string merged = box.git("merge", {"rev-parse", "HEAD"}).substr(0, 40);
  const Range range = read_range(ledger.repository(), ours, merged, {});
  CHECK(commit_of(range, activity("8888888888", 4).path) == merged);
  CHECK(commit_of(range, activity("9999999999", 3).path) == theirs);
  REQUIRE(range.faults.size() == 1);
  CHECK(range.faults[0].path == activity("7f3q2mxab4", 1).path);
  CHECK(range.faults[0].message == "removed");
}

TEST_CASE("a forbidden change is reported, and hides nothing") {
  Sandbox box;
  Ledger ledger = box.init("data");
  const NewFile kept = activity("7f3q2mxab4", 1), changed = activity("7f3q2mxab4", 2), gone = activity("7f3q2mxab4", 3);
  for (const NewFile& file : {kept, changed, gone}) append_one(ledger, file, 1700000000);
  const std::string before = ledger.head();
  const std::string bad = commit_by_hand(box, [&](const std::filesystem::path& folder) {
    testing::write_text(folder / changed.path, "kind: note\n");
    std::filesystem::remove(folder / gone.path);
    testing::write_text(folder / "notes.txt", "x\n");
    std::filesystem::create_symlink("/etc/passwd", folder / activity("7f3q2mxab4", 4).path);
  });
  const std::string after = append_one(ledger, activity("7f3q2mxab4", 5), 1700000001);

  const Range grown = read_range(ledger.repository(), before, after, {});
  CHECK(paths_of(grown.added) == std::vector<std::string>{activity("7f3q2mxab4", 5).path});
  CHECK(grown.again.empty());
  std::vector<std::string> faults;
  for (const Range::Fault& fault : grown.faults) {
    CHECK(fault.commit == bad);
    faults.push_back(fault.path + " " + fault.message);
  }
  CHECK(sorted(faults) == sorted({changed.path + " changed", gone.path + " removed", "notes.txt no path of a ledger",
                                  activity("7f3q2mxab4", 4).path + " no ordinary file"}));

  const Range anew = read_range(ledger.repository(), "", after, {});
  CHECK(paths_of(anew.added) == sorted({kept.path, changed.path, gone.path, activity("7f3q2mxab4", 5).path}));
  CHECK(read_blob(ledger, find(anew.added, changed.path).blob, 100) == changed.bytes);
}

TEST_CASE("a long walk can be interrupted and reports how far it is") {
  Sandbox box;
  Ledger ledger = box.init("data");
  append_one(ledger, activity("7f3q2mxab4", 1), 1700000000);
  std::uint64_t last = 0;
  git::Progress progress{.report = [&](std::uint64_t, std::uint64_t total) { last = total; }, .interrupted = {}};
  (void)read_range(ledger.repository(), "", ledger.head(), progress);
  CHECK(last == 2);
  progress.interrupted = [] { return true; };
  CHECK_THROWS_AS((void)read_range(ledger.repository(), "", ledger.head(), progress), util::Error);
}

TEST_CASE("a range knows the policy that each commit names in its trailer") {
  Sandbox box;
  Ledger ledger = box.init("data");
  const std::string policy(40, 'a');
  Addition named = addition(ledger, {activity("7f3q2mxab4", 1)});
  named.trailers = {"Record: x", "Policy: " + policy};
  REQUIRE(append(ledger, named, at(1700000000)) == Landed::yes);
  Addition unnamed = addition(ledger, {activity("7f3q2mxab4", 2)});
  unnamed.trailers = {"Record: x"};
  REQUIRE(append(ledger, unnamed, at(1700000001)) == Landed::yes);
  const Range range = read_range(ledger.repository(), "", ledger.head(), {});
  CHECK(range.policy_of(find(range.added, activity("7f3q2mxab4", 1).path)) == policy);
  CHECK(range.policy_of(find(range.added, activity("7f3q2mxab4", 2).path)) == "");
}

TEST_CASE("a policy is what the last paragraph of a message names, whole") {
  const std::string id(40, 'b');
  CHECK(policy_trailer("note\n\nRecord: x\nPolicy: " + id + "\n") == id);
  CHECK(policy_trailer("note\n\nPolicy: " + std::string(40, 'a') + "\nPolicy: " + id + "\n\n") == id);
  for (const std::string& message : std::vector<std::string>{
           "", "note\n", "Policy: " + id, "note\n\nPolicy: " + id + "\n\nnot a trailer\n",
           "note\n\nPolicy: " + id + "0\n", "note\n\nPolicy: main\n", "note\n\nPolicy: " + std::string(40, 'B')}) {
    CAPTURE(message);
    CHECK(policy_trailer(message).empty());
  }
}

}  // namespace
}  // namespace crmtrack::ledger
