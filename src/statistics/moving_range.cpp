#include "statistics/moving_range.hpp"

#include <cmath>

namespace crmtrack::statistics {

double mean_moving_range(const std::vector<double>& values) {
  if (values.size() < 2) return 0;
  double sum = 0;
  for (std::size_t i = 1; i < values.size(); ++i) sum += std::abs(values[i] - values[i - 1]);
  return sum / static_cast<double>(values.size() - 1);
}

}  // namespace crmtrack::statistics
