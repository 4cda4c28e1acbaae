#pragma once

#include <string>
#include <string_view>

namespace crmtrack::document {

enum class Escapes { json, yaml };

/// The text in double quotes, for JSON or YAML (which differ beyond U+FFFF). Control characters and those that turn
/// the text around them are escaped, so that it can be shown on a terminal; invalid bytes become U+FFFD.
void append_quoted(std::string_view text, Escapes escapes, std::string& out);

}  // namespace crmtrack::document
