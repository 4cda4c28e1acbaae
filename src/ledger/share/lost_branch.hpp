#pragma once

#include <optional>
#include <string>

#include "git/program/repository.hpp"
#include "util/time.hpp"

namespace crmtrack::ledger {

/// A branch `ledger` that is no longer there, and what this clone remembers of it.
struct LostBranch {
  std::string head;      ///< the newest commit that the branch is known to have stood at
  std::string gap;       ///< the object of that commit that is gone as well; empty: it is whole
  std::string tracking;  ///< `refs/remotes/origin/ledger`, where it can be made from; empty: there is none
};
/// Finds a lost branch. nullopt where the branch is there, where nothing is remembered, or where the upstream's branch
/// has all that is: a fresh clone has no branch either, and makes it from there, by the rules of a merge. Looks in the
/// branch's log, which `git branch -D` deletes, in the memory of the last audit, and at `indexed`, the commit of the
/// index (empty: there is none).
std::optional<LostBranch> find_lost_branch(const git::Location& location, const git::Environment& environment,
                                           const std::string& indexed);
/// The newest whole commit of a ledger that this clone remembers, where the branch stands at a commit of no ledger,
/// since somebody put another branch in its place. Looks where find_lost_branch looks, and at the upstream's branch.
/// nullopt where the branch is a ledger's; empty where nothing is remembered.
std::optional<std::string> find_replaced_head(const git::Location& location, const git::Environment& environment,
                                              const std::string& indexed);
/// The newest whole commit of the shared ledger (that of the commit `theirs`) at which the branch is known to have
/// stood, where it now stands at another ledger. nullopt where it stands at the shared one, or is not known to have
/// stood there. `indexed` is the commit of the index, empty where there is none.
std::optional<std::string> find_former_head(const git::Repository& repository, const std::string& indexed,
                                            const std::string& theirs);
/// Makes the branch anew, at its former commit. False where somebody else has made one meanwhile. Throws Error(busy)
/// where others keep writing, Error(repository) where the repository cannot be written.
bool bring_back_branch(const git::Location& location, const git::Environment& environment, const LostBranch& lost,
                       util::Timestamp now);

}  // namespace crmtrack::ledger
