#pragma once

#include <string>

#include "document/document.hpp"
#include "render/layout.hpp"

namespace crmtrack::render {

/// A document as text. Blocks have an empty line between them, but none below a heading or between Lines that follow
/// each other. In a Paragraph a line feed ends a line; elsewhere it is made visible.
std::string render_text(const document::Document& document, const Layout& layout);

}  // namespace crmtrack::render
