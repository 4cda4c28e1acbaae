#pragma once

#include <string>

#include "document/chart.hpp"
#include "render/chart/svg_writer.hpp"

namespace crmtrack::render {

/// Draws a heat map with a number in each cell. Columns that have no room beside the others go on below, with the
/// labels of the rows again. Gives the height of the drawing.
double draw_heat(const document::HeatMap& map, const std::string& unit, SvgWriter& svg);

}  // namespace crmtrack::render
