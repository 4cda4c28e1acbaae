#pragma once

#include <string>

#include "ledger/reference_log.hpp"
#include "ledger/repository.hpp"

namespace crmtrack::ledger {

/// Moves a branch to its target, if it is still where it was expected. false where somebody else moved it. To be called
/// under the writers' lock: a lock file that a dead process of ours left is then removed at once, one of somebody else
/// when it is older than ten seconds. Throws Error(busy) where a plain git keeps the branch locked.
bool move_branch(const Repository& repository, const BranchMove& move);

/// Makes a branch's present value durable.
void sync_branch(const Location& location, const std::string& name);

}  // namespace crmtrack::ledger
