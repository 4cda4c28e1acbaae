#pragma once

#include <string>
#include <string_view>

#include "document/document.hpp"

namespace crmtrack::render {

/// The one place where roles become colours. `text` is written as it is: make it visible first.
std::string paint(std::string_view text, document::Role role, bool color);
/// A table's header: bold and underlined in colour, plain otherwise.
std::string paint_header(std::string_view text, bool color);

/// A styled line; control characters of its texts are made visible.
std::string render_line(const document::Line& line, bool color);

/// Cut to `width` columns; where the terminal knows no UTF-8, `~` stands for what was cut.
std::string cut(std::string_view text, std::size_t width, bool utf8);

}  // namespace crmtrack::render
