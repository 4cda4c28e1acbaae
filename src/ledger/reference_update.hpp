#pragma once

#include <optional>
#include <string>

#include "ledger/repository.hpp"

namespace crmtrack::ledger {

/// Moves a branch from `expected` (nullopt: there is none yet) to `target`, if it is still there. false where somebody
/// else moved it. To be called under the writers' lock: a lock file that a dead process of ours left is then known to
/// be nobody's, and removed once it is older than ten seconds. Throws Error(busy) where a plain git keeps the branch
/// locked.
bool move_branch(const Repository& repository, const std::string& name, const std::optional<ObjectId>& expected,
                 const ObjectId& target, const std::string& log_message);

/// Makes a branch's present value durable.
void sync_branch(const Location& location, const std::string& name);

}  // namespace crmtrack::ledger
