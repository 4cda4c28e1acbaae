#pragma once

#include <string>

#include "document/document.hpp"
#include "render/layout.hpp"

namespace crmtrack::render {

/// A document as a page of HTML that needs nothing else: no script, nothing loaded from outside. It suits light and
/// dark screens, phones and paper. Every text is escaped. Charts are inline SVG with their numbers in a table beside
/// them; without pictures, as a mail needs it, they are that table alone.
std::string render_html(const document::Document& document, Pictures pictures);
/// A table as such a page.
std::string render_html(const document::Table& table);

}  // namespace crmtrack::render
