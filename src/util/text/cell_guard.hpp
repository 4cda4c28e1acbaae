#pragma once

#include <string>
#include <string_view>

namespace crmtrack::util {

/// The text of a CSV cell that no spreadsheet runs and no terminal obeys. The text can be had back without loss:
///
/// 1. Where the text holds a control character (line feed and tab aside), an invisible character that turns the text
///    around it, an invalid byte, or something that looks like `\xHH` with two hexadecimal digits in lower case, each
///    backslash is doubled, and each byte of such a character becomes `\xHH`.
/// 2. A text that then begins with one of = + - @ tab or an apostrophe gets an apostrophe before it.
std::string guard_cell(std::string_view text);

/// The text from which guard_cell() made this one. A text that guard_cell() cannot have made is given back as it is.
std::string unguard_cell(std::string_view cell);

}  // namespace crmtrack::util
