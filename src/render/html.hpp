#pragma once

#include <string>

#include "document/document.hpp"

namespace crmtrack::render {

/// A document as a page of HTML that needs nothing else: no script, no picture, no address. Every text is escaped.
std::string render_html(const document::Document& document);
/// A table as such a page.
std::string render_html(const document::Table& table);

}  // namespace crmtrack::render
