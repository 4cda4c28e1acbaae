#include "statistics/c_chart.hpp"

#include <algorithm>
#include <cmath>

namespace crmtrack::statistics {

Limits c_chart(double mean) {
  const double width = 3 * std::sqrt(mean);
  return {mean, std::max(0.0, mean - width), mean + width};
}

}  // namespace crmtrack::statistics
