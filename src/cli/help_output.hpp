#pragma once

#include <string>

#include "cli/help.hpp"
#include "command/common/context.hpp"

namespace crmtrack::cli {

/// The terminal's width where it is readable at all, 80 in a pipe.
std::size_t help_width(const command::Context& context);
/// Through the pager, where there is a terminal.
void print_help(command::Context& context, const std::string& text);

}  // namespace crmtrack::cli
