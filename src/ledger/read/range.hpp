#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "git/object/object_id.hpp"
#include "util/text/pool.hpp"
#include "util/time.hpp"

namespace crmtrack::ledger {

/// A file that came with a range of commits. It is small, because a whole history has a million of them.
struct Added {
  std::string_view path;  ///< as long as its Range lives
  git::ObjectId blob;
  std::uint32_t commit = 0;  ///< index into Range::commits
};

/// The additions and faults of a range of commits.
///
/// `added` holds records and attachments, in order of path unless the range is a straight line of commits. The files of
/// `ledgers/` are no records and stand apart.
///
/// Faults are changes that no ledger commit may make: something deleted or changed, a bad name or mode, a tree or
/// commit that Git's fsck refuses, a history of its own that is no ledger's. They never stop the reading. A file stays
/// as it was first added (StandingContents): a later change or removal is a fault and alters nothing. A reader that
/// follows step by step therefore sees what one that starts over sees.
struct Range {
  struct Commit {
    git::ObjectId id;
    std::uint32_t author = 0;   ///< index into `authors`
    std::uint32_t policy = 0;   ///< index into `policies`
    std::uint32_t lineage = 0;  ///< the policies of it and its ancestors (PolicyLineage), if somebody asked
    util::Instant time{};       ///< the committer's
  };
  struct Fault {
    enum class Kind {
      removed,
      changed,
      replaced,
      misplaced,
      no_file,
      oversized,
      tree_broken,    ///< `path` is a folder, `.` the top
      commit_broken,  ///< no path; also a commit that begins a history which is no ledger's
    };
    std::string commit, path, message;
    Kind kind = Kind::misplaced;
    git::ObjectId blob{};  ///< the file that was removed or added
  };

  std::vector<Added> added;
  /// Files that `older` has already and a commit of the range added as well (on another branch, merged now). The
  /// record's commit is the earlier of the two by committer time, then the one with the smaller id.
  std::vector<Added> again;
  /// Further commits that added files of `added` and `again` with equal bytes; in order of path.
  std::vector<Added> rivals;
  std::vector<Added> ledger_files;  ///< files of `ledgers/`, each as it was first added
  std::vector<Fault> faults;
  std::vector<Commit> commits;        ///< of the range, parents before children
  std::vector<std::string> authors;   ///< mail addresses
  std::vector<std::string> policies;  ///< ids of commits of main, empty where a commit names none
  /// The records of `added` and `again`, by path and commit, whose commit does not have their complaint's own record in
  /// its history.
  std::set<std::pair<std::string_view, std::uint32_t>> unfounded;
  std::vector<util::TextPool> paths;  ///< hold the paths of `added` and `again`

  /// How the ledger came to know a file.
  [[nodiscard]] const Commit& commit_of(const Added& file) const { return commits[file.commit]; }
  [[nodiscard]] const std::string& author_of(const Added& file) const { return authors[commit_of(file).author]; }
  [[nodiscard]] bool is_unfounded(const Added& file) const {
    return !unfounded.empty() && unfounded.count({file.path, file.commit}) != 0;
  }
  /// The policy by which its writer went, as the commit says.
  [[nodiscard]] const std::string& policy_of(const Added& file) const { return policies[commit_of(file).policy]; }
};

/// A fault in one line, which begins `commit 7f3q2mxab412: `.
std::string line_of(const Range::Fault& fault);

}  // namespace crmtrack::ledger
