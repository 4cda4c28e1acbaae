#include "statistics/survival.hpp"

#include <algorithm>

namespace crmtrack::statistics {

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

}  // namespace crmtrack::statistics
