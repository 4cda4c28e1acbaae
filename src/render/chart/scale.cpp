#include "render/chart/scale.hpp"

#include <algorithm>
#include <cmath>

#include "render/chart/number.hpp"

namespace crmtrack::render {

namespace {

constexpr double kFarthest = 1e300;  ///< so that the difference of two values is finite

/// The round number at or above a step: 1, 2 or 5 times a power of ten.
double round_step(double step) {
  const double power = std::pow(10.0, std::floor(std::log10(step)));
  for (const double factor : {1.0, 2.0, 5.0})
    if (factor * power >= step * (1 - 1e-9)) return factor * power;
  return 10 * power;
}

}  // namespace

void Range::take(std::optional<double> value) {
  if (!finite(value)) return;
  const double taken = std::clamp(*value, -kFarthest, kFarthest);
  low_ = std::min(low_, taken);
  high_ = std::max(high_, taken);
  whole_ = whole_ && taken == std::floor(taken);
}

void Range::take(const document::Estimate& estimate) {
  take(estimate.value);
  take(estimate.low);
  take(estimate.high);
}

double Scale::share_of(double value) const { return std::clamp((value - low) / (high - low), 0.0, 1.0); }

Scale scale_of(const Range& range, std::size_t wanted) {
  double low = range.low(), high = range.high();
  if (high - low <= 0) high = 1;
  double step = round_step((high - low) / static_cast<double>(std::max<std::size_t>(wanted, 2) - 1));
  if (!(step > 0)) step = high - low;  // of numbers so small that their power of ten is none
  if (range.is_whole()) step = std::max(step, 1.0);
  const double first = std::floor(low / step + 1e-9), last = std::ceil(high / step - 1e-9);
  Scale scale{first * step, last * step, {}};
  for (double tick = first; tick <= last && scale.ticks.size() < 100; ++tick) scale.ticks.push_back(tick * step);
  return scale;
}

bool has_times(const std::vector<document::Place>& places) {
  for (std::size_t i = 0; i < places.size(); ++i)
    if (!places[i].at || (i > 0 && *places[i].at <= *places[i - 1].at)) return false;
  return !places.empty();
}

std::vector<double> positions_of(const std::vector<document::Place>& places) {
  const bool timed = has_times(places);
  std::vector<double> positions;
  for (const document::Place& place : places)
    positions.push_back(timed ? static_cast<double>(place.at->time_since_epoch().count())
                              : static_cast<double>(positions.size()));
  return positions;
}

}  // namespace crmtrack::render
