#pragma once

#include "git/program/access.hpp"
#include "git/reference/location.hpp"
#include "util/file_lock.hpp"

namespace crmtrack::git {

/// Waits for our writers' lock (docs/architecture.md, Many processes). The system releases it when its holder's process
/// ends. Throws Error(busy) after half a minute, Error(repository) where the Git directory cannot be written.
util::FileLock lock_writers(const Location& location, const Access& access);

}  // namespace crmtrack::git
