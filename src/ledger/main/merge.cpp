#include "ledger/main/merge.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <set>

#include "git/object/tree_edit.hpp"
#include "git/program/repository_checks.hpp"
#include "git/reference/branch_names.hpp"
#include "git/reference/location.hpp"
#include "git/reference/worktrees.hpp"
#include "ledger/main/history.hpp"
#include "ledger/main/judge.hpp"
#include "ledger/main/paths.hpp"
#include "ledger/main/policy_merge.hpp"
#include "ledger/read/commit_content.hpp"
#include "ledger/read/read.hpp"
#include "ledger/share/remotes.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::ledger {
namespace {

using util::Error;
using util::ErrorKind;
using util::ProcessResult;

constexpr const char* kMergingMain = "merge the policy of 'main'";

std::string merge_message(const Remote& remote) { return fmt::format("Merge main of '{}'", remote.name); }

/// A folder where main is checked out; nullopt: nowhere.
std::optional<git::Worktree> find_checkout(const git::Location& location) {
  std::error_code failed;
  for (git::Worktree& worktree : git::find_worktrees(location))
    if (worktree.branch == git::kMainRef && std::filesystem::is_directory(worktree.folder, failed))
      return std::move(worktree);
  return std::nullopt;
}

std::string git_in(const std::filesystem::path& folder) { return fmt::format("git -C '{}'", folder.string()); }

bool is_merging(const git::Worktree& worktree) {
  std::error_code failed;
  return std::filesystem::exists(worktree.git_dir / "MERGE_HEAD", failed);
}

[[noreturn]] void report_conflict(const git::Worktree& worktree) {
  const std::string git = git_in(worktree.folder);
  throw Error(
      ErrorKind::conflict,
      fmt::format("cannot merge the policy of 'main': the same lines were changed on both sides, in '{}'",
                  worktree.folder.string()),
      {fmt::format("edit the files that {} status names, then: {} add -A policy && {} commit --no-edit", git, git, git),
       "then: crmtrack sync", fmt::format("or go back to before: {} merge --abort", git)});
}

/// Where main can be merged by hand: in its checkout, else in a new one.
std::string git_for_main(const git::Location& location) {
  if (const auto checkout = find_checkout(location)) return git_in(checkout->folder);
  const std::string folder = git::shown_folder(location);
  return fmt::format("git -C '{0}' worktree add '{0}.main' main && git -C '{0}.main'", folder);
}

[[noreturn]] void report_not_allowed(const git::Location& location, const Remote& remote,
                                     const std::vector<Finding>& faults) {
  throw Error(ErrorKind::refused,
              fmt::format("cannot merge the policy of 'main' unseen: {}", describe_main_faults(faults)),
              {fmt::format("look at it: git show {}", faults.front().commit),
               fmt::format("to merge it, and answer for it where you have the right 'policy': {} merge --no-ff -m "
                           "'WHAT AND WHY' {}",
                           git_for_main(location), remote.tracking_main),
               "to undo it besides: git revert COMMIT; then: crmtrack sync"});
}

/// Git is not given a main that it cannot check out: it may stop half way, and blame changes that nobody made.
void refuse_broken_names(const Ledger& ledger, const Remote& remote, const std::string& ours,
                         const std::string& theirs) {
  const git::ObjectStore& objects = ledger.repository().objects;
  const auto faults = find_main_name_faults(objects, objects.read_commit(git::get_object_id(theirs)).tree);
  if (faults.empty()) return;
  const std::string git = git::shown_git(ledger.location());
  std::vector<std::string> hints{fmt::format("who made it: {} log -3 {}", git, remote.tracking_main)};
  if (!ours.empty())
    hints.push_back(
        fmt::format("who has the right 'policy' puts main as it is here on top of it: {0} push {1} $({0} "
                    "commit-tree main^{{tree}} -p {2} -m 'Main as it was'):refs/heads/main; then: crmtrack "
                    "sync",
                    git, remote.name, remote.tracking_main));
  throw Error(ErrorKind::refused,
              fmt::format("cannot take main of '{}' at {}: '{}' {}", remote.name, theirs.substr(0, 10),
                          util::visible_line(faults.front().path), faults.front().message),
              std::move(hints));
}

/// Two teams become one; or somebody had put another main in the place of the team's.
[[noreturn]] void report_unrelated(const git::Location& location, const Remote& remote) {
  const bool is_bare = location.work_tree.empty();
  const std::string here = git::shown_git(location);
  throw Error(ErrorKind::conflict, "cannot merge the policy of 'main': the two have no commit in common",
              {fmt::format("if theirs is the right one: {} {} {}", here,
                           is_bare ? "branch -f main" : "checkout -B main", remote.tracking_main),
               fmt::format("if two teams become one, who has the right 'policy' joins them: {} merge "
                           "--allow-unrelated-histories {}",
                           git_for_main(location), remote.tracking_main),
               fmt::format("then: crmtrack sync {}", remote.name)});
}

/// Whether `git merge` failed because it would overwrite files.
bool is_in_the_way(const ProcessResult& result) {
  return result.err.find("would be overwritten by merge") != std::string::npos ||
         result.err.find("not possible because you have unmerged files") != std::string::npos;
}

/// Moves main and its checkout forward to `theirs`, or (not `forward`) leaves the files of a merge there for a person
/// to settle.
void merge_in_folder(const git::GitProgram& git, const git::Location& location, const git::Worktree& worktree,
                     const std::string& theirs, bool forward, const Remote& remote) {
  if (is_merging(worktree)) report_conflict(worktree);
  std::vector<std::string> words{"-C", worktree.folder.string(), "merge", "--quiet", "--no-stat"};
  if (forward) words.emplace_back("--ff-only");
  if (!forward) words.insert(words.end(), {"--no-commit", "-m", merge_message(remote)});
  words.push_back(theirs);
  const ProcessResult result = git.run(words);
  if (result.status == 0 && forward) return;
  if (is_merging(worktree)) report_conflict(worktree);
  if (result.err.find("unrelated histories") != std::string::npos) report_unrelated(location, remote);
  if (is_in_the_way(result))
    throw Error(ErrorKind::refused,
                fmt::format("cannot merge the policy of 'main': uncommitted changes in '{}' stand in the way",
                            worktree.folder.string()),
                {fmt::format("commit them: {} commit -a", git_in(worktree.folder)), "then: crmtrack sync"});
  throw Error(ErrorKind::program_failed,
              fmt::format("cannot {}: git says: {}", kMergingMain, git::explain_git(result)));
}

void move_main(const git::GitProgram& git, const std::string& to, const std::string& from) {
  const std::string none(40, '0');
  git.get({"update-ref", "-m", "crmtrack: merge", git::kMainRef, to, from.empty() ? none : from}, kMergingMain);
}

/// The result of `git merge-tree`: a tree, and the paths that it could not merge.
struct TreeMerge {
  std::string tree;
  std::set<std::string> conflicted;
};

TreeMerge merge_trees(const git::Location& location, const git::GitProgram& git, const std::string& ours,
                      const std::string& theirs, const Remote& remote) {
  // Our own driver would merge each policy file once more, and would not know the commits. Git puts a driver's files
  // where it runs.
  const std::string folder = location.common_dir.string();
  const ProcessResult merged =
      git.run({"--git-dir=" + folder, "-C", folder, "-c", "merge.crmtrack.driver=git merge-file -q %A %O %B",
               "merge-tree", "--write-tree", "-z", "--name-only", "--no-messages", ours, theirs});
  if (merged.err.find("unrelated histories") != std::string::npos) report_unrelated(location, remote);
  if (merged.status != 0 && merged.status != 1)
    throw Error(ErrorKind::program_failed,
                fmt::format("cannot {}: git says: {}", kMergingMain, git::explain_git(merged)));
  std::vector<std::string> parts = util::split(merged.out, '\0');
  TreeMerge result{std::string(util::trim(parts.front())), {}};
  for (std::size_t i = 1; i < parts.size(); ++i)
    if (!parts[i].empty()) result.conflicted.insert(parts[i]);
  return result;
}

/// The tree with the merged policy files in it.
std::string put_policy(const Ledger& ledger, const std::string& tree, const PolicyMerge& policy) {
  if (policy.files.empty()) return tree;
  const git::Repository& repository = ledger.repository();
  const auto sink = make_small_sink(repository, false);
  std::vector<std::string> paths;
  for (const auto& [name, text] : policy.files) paths.push_back("policy/" + name);
  std::vector<git::PathBlob> blobs;
  for (const auto& [name, text] : policy.files)
    blobs.push_back({paths[blobs.size()], sink->write(git::ObjectKind::blob, text)});
  const git::ObjectId root =
      git::put_paths(repository.objects.trees(), *sink, git::get_object_id(tree), blobs, git::Existing::replace);
  sink->finish();
  return root.hex();
}

std::string commit_merge(const Ledger& ledger, const git::GitProgram& git, const std::string& tree,
                         const std::string& main, const std::string& other, const Remote& remote) {
  std::vector<std::string> words{"commit-tree", tree, "-p", main, "-p", other, "-m", merge_message(remote)};
  if (ledger.setting("commit.gpgSign").value_or("") == "true") words.emplace_back("-S");
  return git.get(words, kMergingMain);
}

/// Makes the merge commit without a work tree; `main` is the side that was the team's main before. nullopt where a
/// person has to settle a file.
std::optional<std::string> make_merge(const Ledger& ledger, const git::GitProgram& git, const std::string& main,
                                      const std::string& other, const Remote& remote, const PolicyMerge& policy) {
  TreeMerge merged = merge_trees(ledger.location(), git, main, other, remote);
  for (const auto& [name, text] : policy.files) merged.conflicted.erase("policy/" + name);
  if (policy.is_crossed) return std::nullopt;
  if (!merged.conflicted.empty()) return std::nullopt;  // a file of policy that was not read merges as any text
  return commit_merge(ledger, git, put_policy(ledger, merged.tree, policy), main, other, remote);
}

[[noreturn]] void report_conflict_without_folder(const git::Location& location, const Remote& remote) {
  const std::string folder = git::shown_folder(location);
  throw Error(ErrorKind::conflict, "cannot merge the policy of 'main': the same lines were changed on both sides",
              {fmt::format("{} merge {}", git_for_main(location), remote.tracking_main),
               fmt::format("edit, git add and git commit there, then: crmtrack -C '{}' sync", folder)});
}

/// Moves main and its checkout, where there is one, forward to a commit.
void forward_main(const Ledger& ledger, const git::GitProgram& git, const std::string& ours, const std::string& to,
                  const Remote& remote) {
  if (const auto checkout = find_checkout(ledger.location()))
    merge_in_folder(git, ledger.location(), *checkout, to, true, remote);
  else
    move_main(git, to, ours);
}

/// Merges two mains that have both gone on: policy entry by entry, everything else as Git does. Returns the conflicts.
std::vector<policy::Conflict> merge_both(const Ledger& ledger, const git::GitProgram& git,
                                         const std::optional<git::Worktree>& checkout, const std::string& ours,
                                         const std::string& theirs, const Remote& remote, bool is_upstream) {
  const git::Location& location = ledger.location();
  if (checkout && is_merging(*checkout)) report_conflict(*checkout);
  // The first parents of main are the heads that it had on the server.
  const std::string &main = is_upstream ? theirs : ours, &other = is_upstream ? ours : theirs;
  PolicyMerge policy = merge_policies(ledger.repository().objects, git::get_object_id(main), git::get_object_id(other));
  const auto commit = make_merge(ledger, git, main, other, remote, policy);
  if (commit)
    forward_main(ledger, git, ours, *commit, remote);
  else if (checkout)
    merge_in_folder(git, location, *checkout, theirs, false, remote);  // leaves the files for a person to settle
  else
    report_conflict_without_folder(location, remote);
  return commit ? std::move(policy.conflicts) : std::vector<policy::Conflict>{};
}

/// Whether main has the upstream's head by a merge that has it second, as `git pull` makes it: the first parents of
/// main then are not what the server had.
bool has_it_second(const Ledger& ledger, const std::string& ours, const std::string& theirs) {
  MainHistory history(ledger.repository(), ours);
  return std::ranges::find(history.line(), theirs) == history.line().end();
}

std::size_t count_new_commits(const git::GitProgram& git, const std::string& ours, const std::string& theirs) {
  std::vector<std::string> words{"rev-list", "--count", theirs};
  if (!ours.empty()) words.push_back("^" + ours);
  const std::string text = git.get(words, kMergingMain);
  std::size_t count = 0;
  std::from_chars(text.data(), text.data() + text.size(), count);
  return count;
}

}  // namespace

bool brings_main_over(std::string_view message) {
  const std::string_view subject = util::trim(message).substr(0, util::trim(message).find('\n'));
  if (subject.starts_with("Merge main of '") || subject.starts_with("Merge branch 'main' of ")) return true;
  constexpr std::string_view kTracking = "Merge remote-tracking branch '";
  if (!subject.starts_with(kTracking)) return false;
  const std::string_view name = subject.substr(kTracking.size());
  return name.substr(0, name.find('\'')).ends_with("/main");
}

std::string describe_main_faults(const std::vector<Finding>& faults) {
  const Finding& first = faults.front();
  const std::string more = faults.size() > 1 ? fmt::format(", and {} more", faults.size() - 1) : "";
  return fmt::format("commit {}: {}{}", first.commit.substr(0, 10), util::visible_line(first.message), more);
}

MainMerged merge_main(const Ledger& ledger, const git::GitProgram& git, const std::string& theirs, const Remote& remote,
                      util::Instant now) {
  const git::Location& location = ledger.location();
  const std::string ours = git::read_reference(location, git::kMainRef).value_or("");
  const auto upstream = find_upstream_remote(ledger);
  const bool is_upstream = upstream && upstream->name == remote.name;
  if (theirs.empty() || theirs == ours) return {.state = MainMerged::State::nothing, .head = ours};
  if (!ours.empty() && is_ancestor(ledger, theirs, ours)) {
    if (!is_upstream || !has_it_second(ledger, ours, theirs))
      return {.state = MainMerged::State::nothing, .head = ours};
    const std::string straight = commit_merge(ledger, git, ours + "^{tree}", theirs, ours, remote);
    forward_main(ledger, git, ours, straight, remote);
    return {.state = MainMerged::State::merged, .head = straight};
  }
  refuse_broken_names(ledger, remote, ours, theirs);
  const bool forward = ours.empty() || is_ancestor(ledger, ours, theirs);
  const std::size_t commits = count_new_commits(git, ours, theirs);
  std::vector<Finding> faults;
  if (!ours.empty()) faults = find_main_faults(ledger, ours, theirs, now);
  if (!faults.empty() && !(forward && is_upstream)) report_not_allowed(location, remote, faults);
  if (!forward) static_cast<void>(ledger.author({}));  // who merges is a person with a name
  std::vector<policy::Conflict> conflicts;
  if (forward)
    forward_main(ledger, git, ours, theirs, remote);
  else
    conflicts = merge_both(ledger, git, find_checkout(location), ours, theirs, remote, is_upstream);
  return {.state = forward ? MainMerged::State::forwarded : MainMerged::State::merged,
          .head = git::read_reference(location, git::kMainRef).value_or(""),
          .commits = commits,
          .faults = std::move(faults),
          .conflicts = std::move(conflicts)};
}

}  // namespace crmtrack::ledger
