#include "statistics/rare_events.hpp"

#include <algorithm>
#include <cmath>

#include "statistics/moving_range.hpp"

namespace crmtrack::statistics {

double transformed_gap(double days) { return std::pow(std::max(0.0, days), 1 / 3.6); }

std::optional<Limits> gap_limits(const std::vector<double>& days) {
  if (days.size() < 2) return std::nullopt;
  std::vector<double> transformed;
  double sum = 0;
  for (const double gap : days) sum += transformed.emplace_back(transformed_gap(gap));
  const double centre = sum / static_cast<double>(days.size());
  const double width = 2.66 * mean_moving_range(transformed);
  return Limits{centre, centre - width, centre + width};
}

double gap_at_most(double days, double mean_days) { return -std::expm1(-days / mean_days); }

double gap_at_least(double days, double mean_days) { return std::exp(-days / mean_days); }

}  // namespace crmtrack::statistics
