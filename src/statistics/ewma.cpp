#include "statistics/ewma.hpp"

#include <algorithm>
#include <cmath>

namespace crmtrack::statistics {

std::vector<EwmaPoint> ewma(const std::vector<double>& counts, double mean) {
  std::vector<EwmaPoint> points;
  double z = mean, forgotten = 1;
  for (const double count : counts) {
    z = kEwmaWeight * count + (1 - kEwmaWeight) * z;
    forgotten *= (1 - kEwmaWeight) * (1 - kEwmaWeight);
    const double width = kEwmaWidth * std::sqrt(mean * kEwmaWeight / (2 - kEwmaWeight) * (1 - forgotten));
    points.push_back({z, {mean, std::max(0.0, mean - width), mean + width}});
  }
  return points;
}

}  // namespace crmtrack::statistics
