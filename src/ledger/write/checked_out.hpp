#pragma once

#include "git/reference/location.hpp"

namespace crmtrack::ledger {

/// Throws Error(repository) where some worktree has the ledger checked out: a commit would leave its index stale, and
/// the next plain `git commit` there would take our records away again.
void refuse_checked_out_ledger(const git::Location& location);

}  // namespace crmtrack::ledger
