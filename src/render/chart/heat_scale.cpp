#include "render/chart/heat_scale.hpp"

#include <algorithm>
#include <cmath>

#include "render/chart/number.hpp"

namespace crmtrack::render {

double most_of(const document::HeatMap& map) {
  double most = 0;
  for (std::size_t i = 0; i < map.rows.size(); ++i)
    for (std::size_t j = 0; j < map.columns.size(); ++j)
      most = std::max(most, finite(cell_of(map, i, j).value).value_or(0));
  return most;
}

std::size_t shade_of(double value, double most) {
  if (value <= 0 || most <= 0) return 0;
  return std::clamp<std::size_t>(static_cast<std::size_t>(std::ceil(value / most * (kShades - 1))), 1, kShades - 1);
}

const document::Estimate& cell_of(const document::HeatMap& map, std::size_t row, std::size_t column) {
  static const document::Estimate kUnknown;
  return row < map.cells.size() && column < map.cells[row].size() ? map.cells[row][column] : kUnknown;
}

}  // namespace crmtrack::render
