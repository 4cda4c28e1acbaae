#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/catalog.hpp"
#include "command/spec.hpp"
#include "util/error.hpp"

namespace crmtrack::cli {

/// `-c` and `--customer` of `-c,--customer`.
std::vector<std::string_view> names_of(const command::OptionSpec& option);
/// The option of that name (`--customer`, `-c`); null where there is none.
const command::OptionSpec* find_option(const std::vector<const command::OptionSpec*>& options, std::string_view name);

/// `ID`, `[FILTER...]`, `ID...`.
std::string placeholder(const command::PositionalSpec& positional);
/// `crmtrack show [OPTION...] ID`; the same text stands in the manual's synopsis.
std::string synopsis(const command::CommandSpec& command);

/// What is wrong with a command line, each naming the word and the nearest that would do.
util::Error unknown_command(const Catalog& catalog, const std::string& before, const std::string& word);
util::Error unknown_option(const std::string& word, const std::vector<const command::OptionSpec*>& options,
                           const std::string& command);
/// A flag that was given a value, or an option that was given none.
util::Error bad_value(const std::string& word, const std::vector<const command::OptionSpec*>& options);

}  // namespace crmtrack::cli
