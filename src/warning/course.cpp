#include "warning/course.hpp"

#include <algorithm>
#include <functional>

#include "statistics/c_chart.hpp"
#include "statistics/dispersion.hpp"
#include "statistics/p_chart.hpp"
#include "statistics/poisson_limit.hpp"
#include "statistics/rare_events.hpp"
#include "statistics/u_chart.hpp"
#include "warning/counts.hpp"
#include "warning/share_trials.hpp"

namespace crmtrack::warning {

namespace {

/// Sets the limits of a point, and whether it is beyond the upper one.
using Limiter = std::function<void(const Count&, CoursePoint&)>;

void set_limits(const statistics::Limits& limits, CoursePoint& point) {
  point.centre = limits.centre;
  point.lower = limits.lower;
  point.upper = limits.upper;
  point.beyond = point.value && *point.value > limits.upper;
}

/// An exact limit of counts, at which a point is already beyond.
void set_exact(double centre, double upper, CoursePoint& point) {
  point.centre = centre;
  point.upper = upper;
  point.beyond = point.value && *point.value >= upper;
}

Limiter limiter_of_counts(const Counted& counted) {
  std::vector<statistics::Exposed> base;
  for (std::size_t place = counted.base_begin; place < counted.base_end; ++place)
    base.push_back({counted.at(place).hits, 1});
  const double mean = statistics::pooled_rate(base);
  // Of rare events the gaps are tested, and not the periods.
  if (mean < statistics::kRareBelow) return [mean](const Count&, CoursePoint& point) { point.centre = mean; };
  if (statistics::dispersion_p(base) < statistics::kDispersedBelow)
    return [limits = statistics::u_chart(mean, 1, std::max(1.0, statistics::sigma_z(base)))](
               const Count&, CoursePoint& point) { set_limits(limits, point); };
  if (mean < statistics::kExactUpTo)
    return [mean, upper = static_cast<double>(statistics::poisson_limit(mean))](const Count&, CoursePoint& point) {
      set_exact(mean, upper, point);
    };
  return [limits = statistics::c_chart(mean)](const Count&, CoursePoint& point) { set_limits(limits, point); };
}

Limiter limiter_of_shares(const Counted& counted) {
  const double share = std::min(1.0, baseline_share(counted));
  return [share](const Count& count, CoursePoint& point) {
    const auto n = static_cast<std::size_t>(count.all);
    point.centre = share;
    if (n == 0) return;
    if (!statistics::needs_exact_share(share, n))
      set_limits(statistics::p_chart(share, n), point);
    else if (const auto limit = statistics::binomial_limit(share, n))
      set_exact(share, static_cast<double>(*limit) / count.all, point);
  };
}

Limiter limiter_of_rates(const Counted& counted) {
  const double rate = baseline_share(counted), width = baseline_width(counted);
  return [rate, width](const Count& count, CoursePoint& point) {
    point.centre = rate;
    if (count.all <= 0) return;
    const double expected = rate * count.all;
    if (width > 1 || expected >= statistics::kExactUpTo)
      set_limits(statistics::u_chart(rate, count.all, width), point);
    else
      set_exact(rate, static_cast<double>(statistics::poisson_limit(expected)) / count.all, point);
  };
}

Limiter limiter_of(Counting counting, const Counted& counted) {
  if (counted.base_end <= counted.base_begin) return [](const Count&, CoursePoint&) {};
  if (counting == Counting::count) return limiter_of_counts(counted);
  return counting == Counting::share ? limiter_of_shares(counted) : limiter_of_rates(counted);
}

}  // namespace

Course course_of(const Series& series, const Periods& periods, const SetBaseline* set) {
  const Counted counted = count(series, periods, set);
  const Counting counting = counting_of(series.measure);
  const Limiter limit = limiter_of(counting, counted);
  Course course{series.name(), series.measure, {}, 0};
  const std::size_t begin = counted.counts.size() > kMostPoints ? counted.end() - kMostPoints : counted.begin;
  for (std::size_t place = begin; place < counted.end(); ++place) {
    const Count& at = counted.at(place);
    CoursePoint point;
    point.place = place;
    if (counting == Counting::count) {
      point.value = at.hits;
    } else {
      point.n = static_cast<std::size_t>(at.all);
      if (at.all > 0) point.value = at.hits / at.all;
    }
    limit(at, point);
    point.beyond = point.beyond && place >= counted.base_end && series.measure != Measure::praise;
    course.points.push_back(point);
  }
  if (counted.base_begin == begin) course.baseline = counted.base_end - counted.base_begin;
  return course;
}

}  // namespace crmtrack::warning
