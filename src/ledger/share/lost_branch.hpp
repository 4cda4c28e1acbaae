#pragma once

#include <optional>
#include <string>

namespace crmtrack::ledger {

/// A branch `ledger` that is no longer there, and what this clone remembers of it.
struct LostBranch {
  std::string head;      ///< the newest commit that it is known to have been at
  std::string gap;       ///< what of that commit is not there either; empty: it is whole
  std::string tracking;  ///< `refs/remotes/origin/ledger`, where it can be made from; empty: there is none
};
/// nullopt where the branch is there, where nothing is remembered, or where the upstream's branch has all that is: a
/// fresh clone has no branch either, and makes it from there, by the rules of a merge. Looks in the
/// branch's log, which `git branch -D` deletes, in what the last audit remembers, and at `indexed`: the commit that the
/// index was made of, empty where there is none.
std::optional<LostBranch> find_lost_branch(const git::Location& location, const git::Environment& environment,
                                           const std::string& indexed);
/// The newest whole commit of a ledger that this clone remembers, where the branch is there and stands at none:
/// somebody put another in its place. Asks the same, and the upstream's branch. nullopt where the branch is a ledger's;
/// empty where nothing is remembered.
std::optional<std::string> find_replaced_head(const git::Location& location, const git::Environment& environment,
                                              const std::string& indexed);
/// Where the branch stands at another ledger than `theirs`, a commit of the ledger that it is shared with: the newest
/// whole commit of that one which the branch is known to have been at. nullopt where it stands at that ledger, or is
/// not known to have been there. `indexed`: the commit that the index was made of, empty where there is none.
std::optional<std::string> find_former_head(const git::Repository& repository, const std::string& indexed,
                                            const std::string& theirs);
/// Makes the branch anew, at the commit where it was. False where somebody else has made one meanwhile. Throws
/// Error(busy) where others keep writing, Error(repository) where the repository cannot be written.
bool bring_back_branch(const git::Location& location, const git::Environment& environment, const LostBranch& lost,
                       util::Timestamp now);

}  // namespace crmtrack::ledger
