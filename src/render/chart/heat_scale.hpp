#pragma once

#include <cstddef>

#include "document/chart.hpp"

namespace crmtrack::render {

/// A heat map has this many shades from nothing to the most.
inline constexpr std::size_t kShades = 5;

/// The greatest value of a heat map, 0 where none is above it: the darkest shade.
double most_of(const document::HeatMap& map);

/// The shade of a value: 0 is nothing, and only a value of 0 or less has it.
std::size_t shade_of(double value, double most);

/// A cell of a heat map; one that knows nothing where the row has none.
const document::Estimate& cell_of(const document::HeatMap& map, std::size_t row, std::size_t column);

}  // namespace crmtrack::render
