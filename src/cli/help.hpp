#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli/catalog.hpp"
#include "command/spec.hpp"

namespace crmtrack::cli {

inline constexpr std::string_view kVersion = "crmtrack 0.1.0";

/// `-h`: the synopsis, the positionals and the options, one line each. All texts are for `width` columns.
std::string render_short_help(const command::CommandSpec& command, std::size_t width);
/// `--help`: examples first, then the synopsis, what it takes, the global options, exit codes and where to read on.
std::string render_long_help(const command::CommandSpec& command, std::size_t width);
/// `crmtrack help customer`: the commands of a group of words.
std::string render_group_help(const Catalog& catalog, const std::string& words, std::size_t width);
/// `crmtrack -h`: the synopsis and the global options.
std::string render_short_overview(std::size_t width);
/// `crmtrack help` and `crmtrack --help`: the commands by group.
std::string render_overview(const Catalog& catalog, std::size_t width);
/// `crmtrack` alone where there is no data repository.
std::string render_first_steps(std::size_t width);

/// The manual page that a command is described in: `crmtrack-customer` for `customer add`.
std::string manual_page(std::string_view command_name);

}  // namespace crmtrack::cli
