#pragma once

#include <string>

#include "document/chart.hpp"
#include "render/layout.hpp"

namespace crmtrack::render {

/// A heat map with a number in each cell and a shade beside it. Columns that have no room in a line go on below, with
/// the labels of the rows again.
std::string draw_heat(const document::HeatMap& map, const std::string& unit, const Layout& layout);

}  // namespace crmtrack::render
