#include "warning/window_trials.hpp"

#include <algorithm>
#include <chrono>

#include "statistics/two_windows.hpp"

namespace crmtrack::warning {

namespace {

using statistics::kWindowBefore;
using statistics::kWindowNow;
using std::chrono::days;

constexpr days kNow{7 * kWindowNow};
constexpr days kBefore{7 * kWindowBefore};

std::size_t hits_in(const std::vector<Event>& events, util::Instant from, util::Instant until) {
  const auto is_before = [](const Event& event, util::Instant time) { return event.at < time; };
  const auto first = std::lower_bound(events.begin(), events.end(), from, is_before);
  const auto last = std::lower_bound(first, events.end(), until, is_before);
  return static_cast<std::size_t>(std::count_if(first, last, [](const Event& event) { return event.hit; }));
}

/// The p of the windows that end at a time, and their counts.
struct Compared {
  statistics::Window before, now;
  double p = 1;
};

Compared compare(const Series& series, util::Instant end, Turn turn) {
  Compared compared;
  compared.now = {hits_in(series.events, end - kNow, end), kWindowNow};
  compared.before = {hits_in(series.events, end - kNow - kBefore, end - kNow), kWindowBefore};
  compared.p = turn == Turn::rise ? statistics::windows_rose(compared.before, compared.now)
                                  : statistics::windows_fell(compared.before, compared.now);
  return compared;
}

bool has_windows(const Series& series, util::Instant end, util::Instant since) {
  return !series.events.empty() && std::max(series.events.front().at, since) <= end - kNow - kBefore;
}

}  // namespace

std::optional<Trial> try_windows(const Series& series, const Periods& periods, Turn turn, util::Instant since) {
  if (periods.size() == 0 || !has_windows(series, periods.end(), since)) return std::nullopt;
  const Compared last = compare(series, periods.end(), turn);
  if (last.before.count + last.now.count == 0) return std::nullopt;
  Trial trial;
  trial.method = Method::two_windows;
  trial.value = trial.seen = static_cast<double>(last.now.count);
  trial.baseline = static_cast<double>(last.before.count) * kWindowNow / kWindowBefore;
  trial.p = last.p;
  trial.trips = last.p < statistics::kWindowsBelow;
  trial.since = periods.size();
  trial.from = periods.end() - kNow;
  while (trial.trips && trial.since > 0 && has_windows(series, periods.end_of(trial.since - 1), since) &&
         compare(series, periods.end_of(trial.since - 1), turn).p < statistics::kWindowsBelow)
    --trial.since;
  return trial;
}

}  // namespace crmtrack::warning
