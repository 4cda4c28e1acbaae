#include "warning/count_trials.hpp"

#include <cmath>

#include "statistics/c_chart.hpp"
#include "statistics/cusum.hpp"
#include "statistics/cusum_run_length.hpp"
#include "statistics/dispersion.hpp"
#include "statistics/ewma.hpp"
#include "statistics/normal.hpp"
#include "statistics/poisson.hpp"
#include "statistics/poisson_limit.hpp"
#include "statistics/rare_events.hpp"
#include "warning/gap_trials.hpp"
#include "warning/window_trials.hpp"

namespace crmtrack::warning {

namespace {

/// The counts of the baseline, and those that are tested against it.
struct Split {
  std::vector<statistics::Exposed> base;
  std::vector<double> tested;
  double mean = 0;
};

Split split(const Counted& counted) {
  Split split;
  for (std::size_t place = counted.base_begin; place < counted.base_end; ++place)
    split.base.push_back({counted.at(place).hits, 1});
  for (std::size_t place = counted.base_end; place < counted.end(); ++place)
    split.tested.push_back(counted.at(place).hits);
  split.mean = statistics::pooled_rate(split.base);
  return split;
}

/// The first period of the last run of periods that trip; end() where the last one does not.
template <typename Trips>
std::size_t start_of_run(const Counted& counted, const Trips& trips) {
  std::size_t place = counted.end();
  while (place > counted.base_end && trips(place - 1 - counted.base_end)) --place;
  return place;
}

/// A trial whose limit is one number that single periods reach or do not.
template <typename Trips>
Trial try_each_period(Method method, const Split& split, const Counted& counted, const Periods& periods, double limit,
                      const Trips& trips) {
  Trial trial;
  trial.method = method;
  trial.value = trial.seen = split.tested.back();
  trial.baseline = split.mean;
  trial.limit = limit;
  trial.p = statistics::poisson_at_least(static_cast<std::size_t>(trial.value), split.mean);
  trial.since = start_of_run(counted, [&](std::size_t i) { return trips(split.tested[i]); });
  trial.trips = trial.since < counted.end();
  if (trial.trips) trial.from = periods.begin_of(trial.since);
  return trial;
}

Trial try_limit(const Split& split, const Counted& counted, const Periods& periods) {
  const double limit = static_cast<double>(statistics::poisson_limit(split.mean));
  return try_each_period(Method::poisson_limit, split, counted, periods, limit,
                         [limit](double count) { return count >= limit; });
}

Trial try_c_chart(const Split& split, const Counted& counted, const Periods& periods) {
  const double limit = statistics::c_chart(split.mean).upper;
  return try_each_period(Method::c_chart, split, counted, periods, limit,
                         [limit](double count) { return count > limit; });
}

Trial try_laney(const Split& split, const Counted& counted, const Periods& periods) {
  // Such a baseline scatters more than chance, if not from one period to the next: its limits are never the narrower.
  const double sigma = std::max(1.0, statistics::sigma_z(split.base));
  const double limit = statistics::u_chart(split.mean, 1, sigma).upper;
  Trial trial =
      try_each_period(Method::laney, split, counted, periods, limit, [limit](double count) { return count > limit; });
  trial.p = statistics::normal_at_least((trial.value - split.mean) / (std::sqrt(split.mean) * sigma));
  return trial;
}

Trial try_ewma(const Split& split, const Counted& counted, const Periods& periods) {
  const auto points = statistics::ewma(split.tested, split.mean);
  const statistics::EwmaPoint& last = points.back();
  Trial trial;
  trial.method = Method::ewma;
  trial.value = last.z;
  trial.seen = split.tested.back();
  trial.baseline = split.mean;
  trial.limit = last.limits.upper;
  const double deviation = (last.limits.upper - split.mean) / statistics::kEwmaWidth;
  trial.p = statistics::normal_at_least((last.z - split.mean) / deviation);
  trial.since = start_of_run(counted, [&](std::size_t i) { return points[i].z > points[i].limits.upper; });
  trial.trips = trial.since < counted.end();
  if (trial.trips) trial.from = periods.begin_of(trial.since);
  return trial;
}

/// The period after the last in which the sum was 0: from there on its counts made it what it is.
std::size_t start_of_sum(const std::vector<double>& path, std::size_t before) {
  while (before > 0 && path[before - 1] > 0) --before;
  return before;
}

Trial try_cusum(const Split& split, const Counted& counted, const Periods& periods) {
  const statistics::Cusum cusum = statistics::design_cusum(split.mean);
  const std::vector<double> path = statistics::cusum_path(split.tested, cusum.k);
  Trial trial;
  trial.method = Method::cusum;
  trial.value = path.back();
  trial.seen = split.tested.back();
  trial.baseline = split.mean;
  trial.limit = cusum.h;
  trial.p = statistics::cusum_at_least(path.back(), path.size(), split.mean, cusum.k);
  trial.since = start_of_run(counted, [&](std::size_t i) { return path[i] >= cusum.h; });
  trial.trips = trial.since < counted.end();
  if (trial.trips) trial.from = periods.begin_of(counted.base_end + start_of_sum(path, trial.since - counted.base_end));
  return trial;
}

void add(std::vector<Trial>& trials, std::optional<Trial> trial) {
  if (trial) trials.push_back(*trial);
}

}  // namespace

std::vector<Trial> try_counts(const Series& series, const Counted& counted, const Periods& periods) {
  std::vector<Trial> trials;
  if (!counted.is_tested()) {
    add(trials, try_windows(series, periods, Turn::rise, counted.since));
    return trials;
  }
  const Split parts = split(counted);
  if (parts.mean < statistics::kRareBelow) {
    add(trials, try_gaps(series, counted, periods));
    add(trials, try_windows(series, periods, Turn::rise, counted.since));
  } else if (statistics::dispersion_p(parts.base) < statistics::kDispersedBelow) {
    trials.push_back(try_laney(parts, counted, periods));
  } else if (parts.mean < statistics::kExactUpTo) {
    trials.push_back(try_limit(parts, counted, periods));
    trials.push_back(try_cusum(parts, counted, periods));
  } else {
    trials.push_back(try_c_chart(parts, counted, periods));
    trials.push_back(try_ewma(parts, counted, periods));
    trials.push_back(try_cusum(parts, counted, periods));
  }
  return trials;
}

std::vector<Trial> try_fall(const Series& series, const Periods& periods) {
  std::vector<Trial> trials;
  add(trials, try_windows(series, periods, Turn::fall));
  return trials;
}

}  // namespace crmtrack::warning
