#pragma once

#include <string>

#include "document/chart.hpp"
#include "render/layout.hpp"

namespace crmtrack::render {

/// A chart as text, no wider than the layout (20 columns at least): its title, the drawing where the layout wants
/// pictures, and its numbers, in a table where the drawing does not have each of them.
std::string render_chart(const document::Chart& chart, const Layout& layout);

}  // namespace crmtrack::render
