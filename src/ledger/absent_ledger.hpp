#pragma once

#include "ledger/location.hpp"
#include "ledger/settings.hpp"

namespace crmtrack::ledger {

/// There is no ledger branch: why not, as far as the configuration tells.
[[noreturn]] void refuse_without_ledger(const Location& location, const Settings& settings);

/// Throws Error(repository) where there was a ledger branch, and is none now: a new ledger in its place would hide the
/// loss.
void refuse_lost_ledger(const Location& location);

}  // namespace crmtrack::ledger
