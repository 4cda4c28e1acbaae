#include "warning/signal.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "statistics/false_discovery.hpp"
#include "util/digest.hpp"
#include "util/id.hpp"
#include "warning/count_trials.hpp"
#include "warning/gap_trials.hpp"
#include "warning/share_trials.hpp"

namespace crmtrack::warning {

namespace {

constexpr std::size_t kNameLength = 6;

/// A trial, and whose it is.
struct Tried {
  Trial trial;
  const Series* series = nullptr;
  const Contacts* customer = nullptr;  ///< of silence
};

std::vector<Trial> try_series(const Series& series, const Periods& periods, const SetBaselines& baselines) {
  if (series.measure == Measure::praise) return try_fall(series, periods);
  const auto set = baselines.find(series.name());
  const Counted counted = count(series, periods, set == baselines.end() ? nullptr : &set->second);
  if (counting_of(series.measure) == Counting::count) return try_counts(series, counted, periods);
  const auto trial =
      counting_of(series.measure) == Counting::share ? try_shares(counted, periods) : try_rates(counted, periods);
  return trial ? std::vector<Trial>{*trial} : std::vector<Trial>{};
}

/// The stories whose events made a series trip: from where the method began to count up to the last period's end.
std::vector<std::int64_t> stories_of(const Series& series, util::Instant from, util::Instant until) {
  std::vector<std::int64_t> stories;
  std::set<std::int64_t> seen;
  for (const Event& event : series.events)
    if (event.hit && event.at >= from && event.at < until && seen.insert(event.story).second)
      stories.push_back(event.story);
  return stories;
}

Signal signal_of(const Tried& tried, const Periods& periods, std::string_view filter) {
  Signal signal;
  signal.trial = tried.trial;
  if (tried.series != nullptr) {
    signal.measure = tried.series->measure;
    signal.group = tried.series->group;
    signal.project = tried.series->project;
    signal.series = tried.series->name();
    signal.stories = stories_of(*tried.series, tried.trial.from, periods.end());
  } else {
    signal.measure = Measure::silence;
    signal.group = "customer:" + tried.customer->customer;
    signal.project = tried.customer->project;
    signal.series = fmt::format("{}/{}", name_of(Measure::silence), signal.group);
    signal.stories = {tried.customer->last_story};
  }
  // A window may have tripped when the last period ended.
  const std::size_t since = std::min(tried.trial.since, periods.size() - 1);
  signal.period = periods.name_of(since);
  signal.since = periods.end_of(since);
  signal.name = name_of_signal(tried.trial.method, signal.measure, signal.group, signal.period, filter);
  return signal;
}

}  // namespace

std::string name_of_signal(Method method, Measure measure, std::string_view group, std::string_view period,
                           std::string_view filter) {
  const auto digest =
      util::sha256(fmt::format("{}\n{}\n{}\n{}\n{}", name_of(method), name_of(measure), group, period, filter));
  return util::encode_crockford({reinterpret_cast<const char*>(digest.data()), digest.size()}, kNameLength);
}

Found find_signals(const std::vector<Series>& series, const std::vector<Contacts>& customers, const Periods& periods,
                   const SetBaselines& baselines, std::string_view filter) {
  Found found;
  std::vector<Tried> tried;
  if (periods.size() == 0) return found;
  for (const Series& each : series) {
    const std::size_t before = tried.size();
    for (const Trial& trial : try_series(each, periods, baselines)) tried.push_back({trial, &each, nullptr});
    found.series += tried.size() > before ? 1 : 0;
  }
  for (const Contacts& customer : customers)
    if (const auto trial = try_silence(customer, periods)) {
      tried.push_back({*trial, nullptr, &customer});
      ++found.series;
    }
  found.trials = tried.size();
  std::vector<double> p;
  for (const Tried& each : tried) p.push_back(each.trial.p);
  const std::vector<bool> stands = statistics::discoveries(p);
  for (std::size_t i = 0; i < tried.size(); ++i) {
    if (!tried[i].trial.trips) continue;
    if (stands[i])
      found.signals.push_back(signal_of(tried[i], periods, filter));
    else
      ++found.held_back;
  }
  std::stable_sort(found.signals.begin(), found.signals.end(),
                   [](const Signal& a, const Signal& b) { return a.trial.p < b.trial.p; });
  return found;
}

}  // namespace crmtrack::warning
