#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crmtrack::mail {

/// The words of a configured command line: `msmtp -a 'my desk'`. They are parted by blanks; single quotes, double
/// quotes and a backslash keep characters together as in a shell, and nothing else has a meaning: no shell ever sees
/// the line. nullopt where a quote is not closed or there is no word.
std::optional<std::vector<std::string>> words_of_program(std::string_view line);

}  // namespace crmtrack::mail
