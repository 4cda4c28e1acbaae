#pragma once

#include "ledger/access.hpp"
#include "ledger/location.hpp"
#include "util/file.hpp"

namespace crmtrack::ledger {

/// Waits for our writers' lock (DESIGN §5), which ends with its holder's process. Throws Error(busy) after half a
/// minute, Error(repository) where the Git directory cannot be written.
util::FileLock lock_writers(const Location& location, const Access& access);

/// Throws Error(repository) where some worktree has the ledger checked out: a commit would leave its index stale, and
/// the next plain `git commit` there would take our records away again.
void refuse_checked_out_ledger(const Location& location);

}  // namespace crmtrack::ledger
