#include "statistics/wilson.hpp"

#include <algorithm>
#include <cmath>

namespace crmtrack::statistics {

namespace {

constexpr double kZ95 = 1.959964;

}  // namespace

Interval wilson(std::size_t hits, std::size_t n) {
  if (n == 0) return {};
  const double count = static_cast<double>(n);
  const double p = static_cast<double>(hits) / count;
  const double z2 = kZ95 * kZ95;
  const double centre = p + z2 / (2 * count);
  const double half = kZ95 * std::sqrt(p * (1 - p) / count + z2 / (4 * count * count));
  const double scale = 1 + z2 / count;
  return {std::max(0.0, (centre - half) / scale), std::min(1.0, (centre + half) / scale)};
}

}  // namespace crmtrack::statistics
