#pragma once

#include <string>
#include <string_view>

namespace crmtrack::render {

enum class Escapes { json, yaml };

/// Appends the text in double quotes, for JSON or for YAML (which differ beyond U+FFFF). Control characters, and
/// characters that turn the text around them, are escaped, so that a terminal can show it. Invalid bytes become U+FFFD.
void append_quoted(std::string_view text, Escapes escapes, std::string& out);

}  // namespace crmtrack::render
