#include "statistics/survival_bands.hpp"

#include <algorithm>
#include <cmath>

namespace crmtrack::statistics {

namespace {

constexpr double kWidth = 1.959964;  ///< of a 95 % interval, in standard deviations

/// Sets the interval from Greenwood's sum: that of d/(n(n − d)) over the steps so far.
void set_interval(double sum, SurvivalBand& band) {
  if (band.share <= 0 || band.share >= 1) return;
  const double width = kWidth * std::sqrt(sum) / std::abs(std::log(band.share));
  band.low = std::pow(band.share, std::exp(width));
  band.high = std::pow(band.share, std::exp(-width));
}

}  // namespace

std::vector<SurvivalBand> survival_bands(std::vector<Duration> durations) {
  std::sort(durations.begin(), durations.end(), [](const Duration& a, const Duration& b) { return a.time < b.time; });
  std::vector<SurvivalBand> bands;
  double share = 1, sum = 0;
  for (std::size_t i = 0; i < durations.size();) {
    const double time = durations[i].time;
    const std::size_t at_risk = durations.size() - i;
    std::size_t ends = 0;
    for (; i < durations.size() && durations[i].time == time; ++i) ends += durations[i].ended ? 1 : 0;
    if (ends == 0) continue;
    const double n = static_cast<double>(at_risk), d = static_cast<double>(ends);
    share *= 1 - d / n;
    if (ends < at_risk) sum += d / (n * (n - d));
    bands.push_back({time, share, {}, {}, at_risk});
    set_interval(sum, bands.back());
  }
  return bands;
}

}  // namespace crmtrack::statistics
