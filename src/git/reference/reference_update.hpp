#pragma once

#include <string>

#include "git/object/object_sink.hpp"
#include "git/program/repository.hpp"
#include "git/reference/reference_log.hpp"

namespace crmtrack::git {

/// Moves a branch to its target, if it is still where it was expected and the objects that `sink` wrote for the target
/// are intact (null: none were written). false where somebody else moved the branch, or a repack took the objects.
/// A lock file that a dead process of ours left is removed at once, one of somebody else when it is older than ten
/// seconds. Throws Error(busy) where a plain git keeps the branch locked. Precondition: the caller holds the writers'
/// lock.
bool move_branch(const Repository& repository, const BranchMove& move, const RepositorySink* sink);

/// Makes a branch's present value durable.
void sync_branch(const Location& location, const std::string& name);

}  // namespace crmtrack::git
