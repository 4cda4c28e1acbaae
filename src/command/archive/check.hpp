#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "git/program/environment.hpp"
#include "ledger/audit/proof/checkpoint.hpp"

namespace crmtrack::command {

/// Compares a file that was just written with the bytes that it is to have. Throws Error(repository) where it has
/// others.
void check_written(const std::filesystem::path& file, std::string_view bytes);

/// Computes the name of every object in a pack from its bytes, by the user's git, and compares them with the names that
/// it is to hold: git itself copies an object into a pack without a look at its name. Throws Error(repository) with the
/// first one that is not there.
void check_pack(const std::filesystem::path& pack, const std::vector<std::string>& objects);

/// Reads a bundle that was just written, as a restore does: git computes the name of every object anew, and looks
/// whether all that the branches need is there; then the records are compared with the checkpoint. Throws
/// Error(repository) where it is not whole.
void check_bundle(const std::filesystem::path& file, const ledger::Checkpoint& checkpoint,
                  const git::Environment& environment);

}  // namespace crmtrack::command
