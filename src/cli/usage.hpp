#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/catalog.hpp"
#include "command/spec.hpp"
#include "util/error.hpp"

namespace crmtrack::cli {

/// The names of an option: `-c` and `--customer` of `-c,--customer`.
std::vector<std::string_view> names_of(const command::OptionSpec& option);
/// The option of that name (`--customer`, `-c`); nullptr where there is none.
const command::OptionSpec* find_option(const std::vector<const command::OptionSpec*>& options, std::string_view name);

/// A positional as a synopsis shows it: `ID`, `[FILTER...]`, `ID...`.
std::string placeholder(const command::PositionalSpec& positional);
/// A command's synopsis: `crmtrack show [OPTION...] ID`. The manual has this text too.
std::string synopsis(const command::CommandSpec& command);

/// The error for an unknown command. It names the word and the nearest one that would do.
util::Error unknown_command(const Catalog& catalog, const std::string& before, const std::string& word);
util::Error unknown_option(const std::string& word, const std::vector<const command::OptionSpec*>& options,
                           const std::string& command);
/// The error for an unknown option of a command that takes filters. Where the option has the name of a filter's key, it
/// says how the condition is written.
util::Error unknown_filter_option(const std::string& word, const std::vector<const command::OptionSpec*>& options,
                                  const std::string& command);
/// The error for a flag with a value, or an option without one.
util::Error bad_value(const std::string& word, const std::vector<const command::OptionSpec*>& options);

}  // namespace crmtrack::cli
