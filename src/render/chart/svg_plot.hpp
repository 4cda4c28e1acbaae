#pragma once

#include <string>

#include "render/chart/plot.hpp"
#include "render/chart/svg_writer.hpp"

namespace crmtrack::render {

/// Draws lines with axes and a legend. Gives the height of the drawing.
double draw_plot(const Plot& plot, const std::string& unit, SvgWriter& svg);

}  // namespace crmtrack::render
