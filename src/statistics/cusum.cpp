#include "statistics/cusum.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "statistics/cusum_run_length.hpp"

namespace crmtrack::statistics {

double cusum_reference(double mean) {
  const double step = mean < 1 ? 0.25 : 0.5;
  double k = std::round(mean / std::numbers::ln2 / step) * step;
  while (k <= mean) k += step;
  return k;
}

Cusum design_cusum(double mean) {
  Cusum cusum{cusum_reference(mean), 0.5};
  while (cusum_run_length(mean, cusum) < kRunLength) cusum.h += 0.5;
  return cusum;
}

std::vector<double> cusum_path(const std::vector<double>& counts, double k) {
  std::vector<double> path;
  double sum = 0;
  for (const double count : counts) path.push_back(sum = std::max(0.0, sum + count - k));
  return path;
}

}  // namespace crmtrack::statistics
