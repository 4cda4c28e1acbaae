#include "statistics/quantile.hpp"

#include <algorithm>
#include <cmath>

namespace crmtrack::statistics {

std::optional<double> nearest_rank(std::vector<double> values, double q) {
  if (values.empty()) return std::nullopt;
  const double rank = std::ceil(q * static_cast<double>(values.size()) - 1e-9);
  const std::size_t index = rank < 1 ? 0 : std::min(values.size(), static_cast<std::size_t>(rank)) - 1;
  const auto nth = values.begin() + static_cast<std::ptrdiff_t>(index);
  std::nth_element(values.begin(), nth, values.end());
  return *nth;
}

}  // namespace crmtrack::statistics
