#include "ledger/share/went_back.hpp"

#include <unordered_set>
#include <vector>

#include "git/reference/histories.hpp"
#include "git/reference/references.hpp"
#include "ledger/share/merge_commit.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::ledger {
namespace {

constexpr const char* kComparing = "compare a branch with what it was";

/// The commits that `ours` has and `theirs` has not. Where clocks disagree git takes some of theirs for ours, too: it
/// stops at dates.
std::unordered_set<std::string> commits_of_ours(const git::GitProgram& git, const std::string& theirs,
                                                const std::string& ours) {
  std::vector<std::string> words{"rev-list", ours};
  if (!theirs.empty()) words.push_back("^" + theirs);
  std::unordered_set<std::string> commits;
  for (std::string& line : util::split(git.get(std::move(words), kComparing), '\n'))
    if (!line.empty()) commits.insert(std::move(line));
  return commits;
}

}  // namespace

WentBack find_what_went_back(const git::GitProgram& git, const git::Repository& repository, const RemoteBranch& theirs,
                             const std::string& ours) {
  if (theirs.tracking.empty() || ours.empty() || theirs.now == ours) return {};
  const std::vector<git::Move> moves = git::read_moves(repository.location, theirs.tracking);
  if (moves.empty() && theirs.before.empty()) return {};
  const std::unordered_set<std::string> waiting = commits_of_ours(git, theirs.now, ours);
  std::set<std::string> once;
  if (waiting.contains(theirs.before)) once.insert(theirs.before);
  for (const git::Move& move : moves)
    for (const git::ObjectId& head : {move.from, move.to})
      if (waiting.contains(head.hex())) once.insert(head.hex());
  const auto has_still = [&](const std::string& commit) {
    return !theirs.now.empty() &&
           git::is_ancestor(repository.objects, git::get_object_id(commit), git::get_object_id(theirs.now));
  };
  std::erase_if(once, has_still);
  if (once.empty()) return {};
  std::string asked = theirs.now.empty() ? std::string() : "^" + theirs.now + "\n";
  for (const std::string& head : once) asked += head + "\n";
  WentBack back;
  for (const std::string& line : util::split(git.get({"log", "--format=%H %ae", "--stdin"}, kComparing, asked), '\n')) {
    const std::size_t blank = line.find(' ');
    if (blank == std::string::npos || has_still(line.substr(0, blank))) continue;
    back.commits.push_back(line.substr(0, blank));
    if (std::string author = line.substr(blank + 1); author != kMergeAuthor) back.authors.insert(std::move(author));
  }
  return back;
}

}  // namespace crmtrack::ledger
