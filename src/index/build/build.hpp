#pragma once

#include <filesystem>

#include "git/object/progress.hpp"
#include "index/build/meta.hpp"

namespace crmtrack::index {

/// Fills an empty database with the index of a commit. Throws DatabaseError where it cannot be written, and what the
/// ledger throws; Error(cancelled) where `progress` says that the user interrupted it. `words_file` is a file that may
/// be made meanwhile, which takes a third less time; empty: there is no place for one.
void build(const Database& database, const ledger::Ledger& ledger, const Key& key, const policy::Files& policy_files,
           const git::Progress& progress, const std::filesystem::path& words_file = {});

/// Throws Error(cancelled) where the user interrupted.
void check_interrupted(const git::Progress& progress);

}  // namespace crmtrack::index
