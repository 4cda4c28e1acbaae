#pragma once

#include <string>

#include "git/object/object_sink.hpp"
#include "git/program/repository.hpp"
#include "git/reference/reference_log.hpp"

namespace crmtrack::git {

/// Moves a branch to its target, if it is still where it was expected and if what `sink` wrote for the target is intact
/// (null: nothing was written for it). false where somebody else moved the branch or a repack took the objects. To be
/// called under the writers' lock: a lock file that a dead process of ours left is then removed at once, one of
/// somebody else when it is older than ten seconds. Throws Error(busy) where a plain git keeps the branch locked.
bool move_branch(const Repository& repository, const BranchMove& move, const RepositorySink* sink);

/// Makes a branch's present value durable.
void sync_branch(const Location& location, const std::string& name);

}  // namespace crmtrack::git
