#pragma once

#include <filesystem>

#include "command/common/context.hpp"

namespace crmtrack::command {

/// `archive FILE`: the whole ledger, policy and a new checkpoint as a Git bundle.
void write_bundle(Context& context, const std::filesystem::path& file);

/// `archive verify FILE`: reads a bundle, perhaps a stranger's, into a throw-away repository, audits it, and compares
/// it with the checkpoints in it. The exit code: 0 where it is whole, 1 where it is not.
int verify_bundle(Context& context, const std::filesystem::path& file);

}  // namespace crmtrack::command
