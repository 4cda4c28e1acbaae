#pragma once

#include <set>
#include <string>
#include <vector>

#include "git/program/git_program.hpp"
#include "git/program/repository.hpp"

namespace crmtrack::ledger {

/// The commits that a remote's branch once had and no longer has, while this clone has them still: the server was
/// restored from an older backup, or somebody took them back there.
struct WentBack {
  std::vector<std::string> commits = {};
  std::set<std::string> authors = {};
  [[nodiscard]] bool nothing() const { return commits.empty(); }
};

/// A branch of a remote.
struct RemoteBranch {
  std::string tracking;  ///< the reference that follows it here; its log has the former heads
  std::string before;    ///< the commit of that reference before the last fetch; may be empty
  std::string now;       ///< the branch's commit; empty: it is gone there
};

/// Finds the commits that a remote's branch has lost. `ours` is the commit of our own branch.
WentBack find_what_went_back(const git::GitProgram& git, const git::Repository& repository, const RemoteBranch& theirs,
                             const std::string& ours);

}  // namespace crmtrack::ledger
