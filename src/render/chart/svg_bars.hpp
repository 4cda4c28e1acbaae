#pragma once

#include <optional>

#include "render/chart/bar_rows.hpp"
#include "render/chart/svg_writer.hpp"

namespace crmtrack::render {

/// Draws horizontal bars, with the values at the right. Below the row `rule_below` (its number counts from 1) a rule
/// says that 80 % is reached. Gives the height of the drawing.
double draw_bars(const BarRows& bars, std::optional<std::size_t> rule_below, SvgWriter& svg);

}  // namespace crmtrack::render
