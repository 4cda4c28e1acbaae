#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace crmtrack::util {

/// Makes text from outside safe for a terminal: C0, C1, DEL, bidirectional overrides and invalid bytes become visible
/// (`\x1b`, `\u202e`). `visible_block` keeps line feeds and tabs; `visible_line` makes them visible too.
std::string visible_line(std::string_view text);
std::string visible_block(std::string_view text);

/// Whether a code point shows nothing itself but moves the cursor or changes how the text around it is shown: control
/// characters, bidirectional controls, marks of order and annotation, tags, and code points that are no character at
/// all.
bool is_treacherous(std::int32_t code_point);

}  // namespace crmtrack::util
