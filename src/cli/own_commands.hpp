#pragma once

#include <span>

#include "command/spec.hpp"

namespace crmtrack::cli {

/// `help`, and the hidden `__spec`, which prints every spec as JSON for the checks that hold manual and completions
/// against the program. (`__complete` is no command: its words must not be parsed.)
std::span<const command::CommandSpec* const> own_commands();

}  // namespace crmtrack::cli
