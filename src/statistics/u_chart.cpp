#include "statistics/u_chart.hpp"

#include <algorithm>
#include <cmath>

namespace crmtrack::statistics {

double pooled_rate(const std::vector<Exposed>& baseline) {
  double count = 0, exposure = 0;
  for (const Exposed& period : baseline) {
    count += period.count;
    exposure += period.exposure;
  }
  return exposure > 0 ? count / exposure : 0;
}

Limits u_chart(double rate, double exposure, double sigma_z) {
  const double width = 3 * std::sqrt(rate / exposure) * sigma_z;
  return {rate, std::max(0.0, rate - width), rate + width};
}

}  // namespace crmtrack::statistics
