#pragma once

#include <string>

#include "document/document.hpp"

namespace crmtrack::render {

/// A chart as an SVG that stands in a page of HTML, or in a file of its own. It has `role="img"` with a title and a
/// description, and takes its colour from the page. It has no ids, so that many of them go into one page.
std::string render_svg(const document::Chart& chart);
/// Bars as such an SVG, which have no title of their own.
std::string render_svg(const document::Bars& bars, const std::string& title);

}  // namespace crmtrack::render
