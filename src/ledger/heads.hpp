#pragma once

#include <optional>

#include "ledger/repository.hpp"

namespace crmtrack::ledger {

/// The ledger's head: its branch, or in a fresh clone what was fetched from the upstream. nullopt where there is
/// neither.
std::optional<ObjectId> find_ledger_head(const Repository& repository);
/// Likewise for main.
std::optional<ObjectId> find_main_head(const Repository& repository);

}  // namespace crmtrack::ledger
