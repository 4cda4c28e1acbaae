#pragma once

#include <optional>
#include <string_view>

#include "yaml/read.hpp"

namespace crmtrack::yaml {

/// What can be refused before any parsing: size, invalid UTF-8, control characters, directives.
std::optional<Fault> find_text_fault(std::string_view text, const Limits& limits);

/// What yaml-cpp lets pass in a quoted scalar, and the standard does not: a missing quote at the end of the file, lines
/// that are not indented or are by a tab. `from_quote` begins with the quote. nullptr, or what is wrong.
const char* find_quote_fault(std::string_view from_quote);

}  // namespace crmtrack::yaml
