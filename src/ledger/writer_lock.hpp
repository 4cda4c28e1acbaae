#pragma once

#include "ledger/access.hpp"
#include "ledger/location.hpp"
#include "util/file.hpp"

namespace crmtrack::ledger {

/// Waits for our writers' lock (DESIGN §5), which ends with its holder's process. Throws Error(busy) after half a
/// minute, Error(repository) where the Git directory cannot be written.
util::FileLock lock_writers(const Location& location, const Access& access);

}  // namespace crmtrack::ledger
