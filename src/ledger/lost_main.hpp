#pragma once

#include <optional>

#include "ledger/repository.hpp"

namespace crmtrack::ledger {

/// The commit of main that the newest commits of the ledger went by, if it is here. Where there is no main, that is in
/// force still: main was lost, and is not yet to begin. Of the last thousand commits along first parents.
std::optional<ObjectId> find_policy_of_ledger(const Repository& repository);

}  // namespace crmtrack::ledger
