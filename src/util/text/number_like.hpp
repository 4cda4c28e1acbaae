#pragma once

#include <cstddef>
#include <string_view>

namespace crmtrack::util {

/// Whether a spreadsheet or a statistics program may take a word of lower-case letters and digits for a number, a date
/// or a time of day: `0097`, `77e3`, `0x1f`, `0b11`, `3jan`, `mar7`, `10pm`.
bool is_number_like(std::string_view word);

/// The length, at least `least`, of the shortest beginning of `word` that is not number-like; 0 where every one is.
std::size_t plain_length(std::string_view word, std::size_t least);

}  // namespace crmtrack::util
