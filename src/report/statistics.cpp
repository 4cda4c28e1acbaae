#include "report/statistics.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace crmtrack::report {

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

std::optional<double> nearest_rank(std::vector<double> values, double q) {
  if (values.empty()) return std::nullopt;
  const double rank = std::ceil(q * static_cast<double>(values.size()) - 1e-9);
  const std::size_t index = rank < 1 ? 0 : std::min(values.size(), static_cast<std::size_t>(rank)) - 1;
  const auto nth = values.begin() + static_cast<std::ptrdiff_t>(index);
  std::nth_element(values.begin(), nth, values.end());
  return *nth;
}

std::vector<Survival> kaplan_meier(std::vector<Duration> durations) {
  std::sort(durations.begin(), durations.end(), [](const Duration& a, const Duration& b) {
    return a.time != b.time ? a.time < b.time : a.ended && !b.ended;
  });
  std::vector<Survival> steps;
  double share = 1;
  for (std::size_t i = 0; i < durations.size();) {
    const double time = durations[i].time;
    const double at_risk = static_cast<double>(durations.size() - i);
    std::size_t ends = 0;
    for (; i < durations.size() && durations[i].time == time; ++i) ends += durations[i].ended ? 1 : 0;
    if (ends == 0) continue;
    share *= 1 - static_cast<double>(ends) / at_risk;
    steps.push_back({time, share});
  }
  return steps;
}

std::optional<double> survival_quantile(const std::vector<Survival>& steps, double q) {
  for (const Survival& step : steps)
    if (step.share <= 1 - q + 1e-12) return step.time;
  return std::nullopt;
}

std::size_t vital_few(std::vector<std::size_t> counts) {
  std::sort(counts.rbegin(), counts.rend());
  const std::size_t total = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
  std::size_t sum = 0, few = 0;
  while (few < counts.size() && sum * 5 < total * 4) sum += counts[few++];
  return few;
}

}  // namespace crmtrack::report
