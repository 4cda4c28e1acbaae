#pragma once

#include <string>

#include "render/chart/plot.hpp"
#include "render/layout.hpp"

namespace crmtrack::render {

/// Lines drawn with the characters of a terminal, with axes and a legend, no wider than the layout.
std::string draw_plot(const Plot& plot, const std::string& unit, const Layout& layout);

}  // namespace crmtrack::render
