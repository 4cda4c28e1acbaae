#pragma once

#include <optional>
#include <string_view>

#include "yaml/read.hpp"

namespace crmtrack::yaml {

/// What can be refused before any parsing: size, invalid UTF-8, control characters, directives.
std::optional<Fault> find_text_fault(std::string_view text, const Limits& limits);

}  // namespace crmtrack::yaml
