#pragma once

#include <optional>
#include <string_view>

#include "yaml/read.hpp"

namespace crmtrack::yaml {

/// Finds a fault that needs no parsing: size, invalid UTF-8, control characters, directives.
std::optional<Fault> find_text_fault(std::string_view text, const Limits& limits);

/// Finds a fault in a quoted scalar that yaml-cpp lets pass against the standard: a missing quote at the end of the
/// file, or lines that are not indented or are indented by a tab. `from_quote` begins with the quote. Returns nullptr,
/// or what is wrong.
const char* find_quote_fault(std::string_view from_quote);

}  // namespace crmtrack::yaml
