#pragma once

#include <optional>

#include "git/program/repository.hpp"

namespace crmtrack::ledger {

/// The ledger's head: its branch, or in a fresh clone the branch fetched from the upstream. nullopt where there is
/// neither.
std::optional<git::ObjectId> find_ledger_head(const git::Repository& repository);
/// The head of main: its branch, or in a fresh clone the branch fetched from the upstream. nullopt where there is
/// neither.
std::optional<git::ObjectId> find_main_head(const git::Repository& repository);

}  // namespace crmtrack::ledger
