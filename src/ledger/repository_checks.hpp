#pragma once

#include "ledger/settings.hpp"

namespace crmtrack::ledger {

/// Each throws Error(repository) that says what the repository is and how to mend it.
void refuse_unknown_storage(const Location& location, const Settings& settings);
void refuse_incomplete_clone(const Location& location, const Settings& settings);
/// There is no ledger branch: why not, as far as the configuration tells.
[[noreturn]] void refuse_without_ledger(const Location& location, const Settings& settings);

/// Throws Error(repository) where there was a ledger branch, and is none now: a new ledger in its place would hide the
/// loss.
void refuse_lost_ledger(const Location& location);

/// The folder by which people know the repository.
std::string shown_folder(const Location& location);

}  // namespace crmtrack::ledger
