#include "warning/gap_trials.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "statistics/poisson_limit.hpp"
#include "statistics/rare_events.hpp"

namespace crmtrack::warning {

namespace {

using std::chrono::seconds;

constexpr double kSecondsOfDay = 86400;
constexpr std::chrono::days kGoneAfter{84};

double days_between(util::Instant from, util::Instant to) {
  return static_cast<double>((to - from).count()) / kSecondsOfDay;
}

/// The gaps between events in days whose later event lies in [from, until).
std::vector<double> gaps_in(const std::vector<Event>& events, util::Instant from, util::Instant until) {
  std::vector<double> gaps;
  for (std::size_t i = 1; i < events.size(); ++i)
    if (events[i].at >= from && events[i].at < until) gaps.push_back(days_between(events[i - 1].at, events[i].at));
  return gaps;
}

double mean_of(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

}  // namespace

std::optional<Trial> try_gaps(const Series& series, const Counted& counted, const Periods& periods) {
  const auto base = gaps_in(series.events, periods.begin_of(counted.base_begin), periods.end_of(counted.base_end - 1));
  if (base.size() < kFewestGaps) return std::nullopt;
  const std::size_t last = periods.size() - 1;
  const auto gaps = gaps_in(series.events, periods.begin_of(last), periods.end());
  const auto limits = statistics::gap_limits(base);
  if (gaps.empty() || !limits) return std::nullopt;
  const double shortest = *std::min_element(gaps.begin(), gaps.end());
  Trial trial;
  trial.method = Method::rare_events;
  trial.value = statistics::transformed_gap(shortest);
  trial.seen = shortest;
  trial.baseline = trial.of = mean_of(base);
  if (limits->lower > 0) trial.limit = limits->lower;
  // The shortest of several: one of them is so short more often than a single one.
  const double single = statistics::gap_at_most(shortest, trial.baseline);
  trial.p = -std::expm1(static_cast<double>(gaps.size()) * std::log1p(-single));
  trial.trips = trial.limit && trial.value < *trial.limit;
  trial.since = last;
  trial.from = periods.begin_of(last);
  return trial;
}

std::optional<Trial> try_silence(const Contacts& contacts, const Periods& periods) {
  if (contacts.count < kUsualContacts || periods.size() == 0 || contacts.last >= periods.end()) return std::nullopt;
  const double mean = days_between(contacts.first, contacts.last) / static_cast<double>(contacts.count - 1);
  if (mean <= 0) return std::nullopt;
  const double longest = -std::log(statistics::kAlpha) * mean;
  const util::Instant crossed =
      contacts.last + seconds(static_cast<std::int64_t>(std::ceil(std::min(longest, 1e6) * kSecondsOfDay)));
  if (crossed + kGoneAfter < periods.end()) return std::nullopt;
  Trial trial;
  trial.method = Method::silence;
  trial.value = trial.seen = days_between(contacts.last, periods.end());
  trial.baseline = mean;
  trial.limit = longest;
  trial.p = statistics::gap_at_least(trial.value, mean);
  trial.trips = crossed < periods.end();
  trial.since = periods.find(crossed).value_or(periods.size() - 1);
  trial.from = contacts.last;
  return trial;
}

}  // namespace crmtrack::warning
