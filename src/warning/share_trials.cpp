#include "warning/share_trials.hpp"

#include <algorithm>
#include <cmath>

#include "statistics/binomial.hpp"
#include "statistics/dispersion.hpp"
#include "statistics/normal.hpp"
#include "statistics/p_chart.hpp"
#include "statistics/poisson.hpp"
#include "statistics/poisson_limit.hpp"
#include "statistics/u_chart.hpp"

namespace crmtrack::warning {

namespace {

std::size_t whole(double count) { return static_cast<std::size_t>(count); }

template <typename Trips>
void set_run(Trial& trial, const Counted& counted, const Periods& periods, const Trips& trips) {
  trial.since = counted.end();
  while (trial.since > counted.base_end && trips(counted.at(trial.since - 1))) --trial.since;
  trial.trips = trial.since < counted.end();
  if (trial.trips) trial.from = periods.begin_of(trial.since);
}

bool rate_signals(const Count& count, double rate, double width) {
  if (count.all <= 0) return false;
  const double expected = rate * count.all;
  if (width > 1 || expected >= statistics::kExactUpTo)
    return count.hits / count.all > statistics::u_chart(rate, count.all, width).upper;
  return count.hits >= static_cast<double>(statistics::poisson_limit(expected));
}

}  // namespace

double baseline_share(const Counted& counted) {
  double hits = 0, all = 0;
  for (std::size_t place = counted.base_begin; place < counted.base_end; ++place) {
    hits += counted.at(place).hits;
    all += counted.at(place).all;
  }
  return all > 0 ? std::max(hits, 0.5) / all : 0;
}

double baseline_width(const Counted& counted) {
  std::vector<statistics::Exposed> base;
  for (std::size_t place = counted.base_begin; place < counted.base_end; ++place)
    base.push_back({counted.at(place).hits, counted.at(place).all});
  if (statistics::dispersion_p(base) >= statistics::kDispersedBelow) return 1;
  return std::max(1.0, statistics::sigma_z(base));
}

std::optional<Trial> try_shares(const Counted& counted, const Periods& periods) {
  if (!counted.is_tested()) return std::nullopt;
  const Count& last = counted.at(counted.end() - 1);
  const double share = std::min(1.0, baseline_share(counted));
  if (share <= 0 || last.all <= 0) return std::nullopt;
  const std::size_t n = whole(last.all);
  Trial trial;
  trial.value = last.hits / last.all;
  trial.seen = last.hits;
  trial.of = last.all;
  trial.baseline = share;
  trial.p = statistics::binomial_at_least(whole(last.hits), n, share);
  trial.method = statistics::needs_exact_share(share, n) ? Method::binomial_limit : Method::p_chart;
  if (trial.method == Method::p_chart)
    trial.limit = statistics::p_chart(share, n).upper;
  else if (const auto limit = statistics::binomial_limit(share, n))
    trial.limit = static_cast<double>(*limit) / last.all;
  set_run(trial, counted, periods,
          [&](const Count& count) { return statistics::share_signals(whole(count.hits), whole(count.all), share); });
  return trial;
}

std::optional<Trial> try_rates(const Counted& counted, const Periods& periods) {
  if (!counted.is_tested()) return std::nullopt;
  const Count& last = counted.at(counted.end() - 1);
  const double rate = baseline_share(counted);
  if (rate <= 0 || last.all <= 0) return std::nullopt;
  const double expected = rate * last.all, width = baseline_width(counted);
  Trial trial;
  trial.value = last.hits / last.all;
  trial.seen = last.hits;
  trial.of = last.all;
  trial.baseline = rate;
  trial.p = width > 1 ? statistics::normal_at_least((last.hits - expected) / (std::sqrt(expected) * width))
                      : statistics::poisson_at_least(whole(last.hits), expected);
  const bool is_charted = width > 1 || expected >= statistics::kExactUpTo;
  trial.method = width > 1 ? Method::laney : is_charted ? Method::u_chart : Method::poisson_limit;
  trial.limit = is_charted ? statistics::u_chart(rate, last.all, width).upper
                           : static_cast<double>(statistics::poisson_limit(expected)) / last.all;
  set_run(trial, counted, periods, [&](const Count& count) { return rate_signals(count, rate, width); });
  return trial;
}

}  // namespace crmtrack::warning
