#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace crmtrack::cli {

/// Hints for a word that other programs have for a command; none where nothing is known. A word that looks like a
/// complaint's id leads to `show`.
std::vector<std::string> hints_for_command(std::string_view word);

/// Hints for an option that other programs have, and this command has not; none where nothing is known. `name` has its
/// dashes.
std::vector<std::string> hints_for_option(std::string_view name, std::string_view command);

/// Whether other programs have this option for a stretch of time, which is a condition of a filter here.
bool is_time_option(std::string_view name);

}  // namespace crmtrack::cli
