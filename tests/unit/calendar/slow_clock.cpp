#include "slow_clock.hpp"

#include <algorithm>

namespace crmtrack::calendar::testing {

namespace {

using std::chrono::seconds;
using util::Instant;

const std::vector<Hours>& hours_on(const Plan& plan, Date date) {
  static const std::vector<Hours> kNone;
  if (plan.exceptions.count(date) > 0) return plan.exceptions.at(date).hours;
  if (plan.holidays.count(date) > 0) return kNone;
  const unsigned sunday_is_zero = std::chrono::weekday(date).c_encoding();
  return plan.week.at((sunday_is_zero + 6) % 7);
}

}  // namespace

SlowClock::SlowClock(const Plan& plan, Instant from, Instant to, seconds step) : from_(from), step_(step) {
  std::chrono::local_seconds furthest{};
  Date known{};
  std::vector<WallInterval> intervals;
  for (Instant time = from - std::chrono::days(2); time < to; time += step) {
    const auto shown = plan.zone.to_local(time);
    furthest = std::max(furthest, shown);
    if (time < from) continue;
    const Date today = std::chrono::floor<std::chrono::days>(furthest);
    if (today != known) intervals = intervals_around(plan, today);
    known = today;
    bool is_open = false;
    for (const WallInterval& interval : intervals) {
      if (furthest < interval.from || furthest >= interval.to) continue;
      is_open = true;
      closes_[interval.date] = open_.size() + 1;
    }
    open_.push_back(is_open ? 1 : 0);
    dates_.push_back(std::chrono::floor<std::chrono::days>(shown));
  }
}

std::vector<SlowClock::WallInterval> SlowClock::intervals_around(const Plan& plan, Date today) {
  std::vector<WallInterval> intervals;
  for (const Date date : {today - std::chrono::days(1), today})
    for (const Hours& hours : hours_on(plan, date)) {
      const Date last = hours.to > hours.from ? date : date + std::chrono::days(1);
      intervals.push_back({date, date + hours.from, last + hours.to});
    }
  return intervals;
}

std::size_t SlowClock::index_of(Instant time) const { return static_cast<std::size_t>((time - from_) / step_); }

Instant SlowClock::time_of(std::size_t index) const { return from_ + step_ * static_cast<std::int64_t>(index); }

std::vector<char> SlowClock::counted(const Pauses& pauses) const {
  std::vector<char> steps = open_;
  const Instant end = time_of(open_.size());
  for (const Pause& pause : pauses.list()) {
    const std::size_t from = index_of(std::clamp(pause.from, from_, end));
    const std::size_t to = pause.to ? index_of(std::clamp(*pause.to, from_, end)) : open_.size();
    for (std::size_t i = from; i < to; ++i) steps[i] = 0;
  }
  return steps;
}

seconds SlowClock::elapsed(Instant start, Instant stop, const Pauses& pauses) const {
  const std::vector<char> steps = counted(pauses);
  std::int64_t sum = 0;
  for (std::size_t i = index_of(start), end = index_of(stop); i < end; ++i) sum += steps[i];
  return step_ * sum;
}

std::optional<Instant> SlowClock::reach(Instant start, seconds amount, const Pauses& pauses) const {
  if (amount == seconds(0)) return start;
  const std::vector<char> steps = counted(pauses);
  std::int64_t missing = amount / step_;
  for (std::size_t i = index_of(start); i < steps.size(); ++i)
    if (steps[i] != 0 && --missing == 0) return time_of(i + 1);
  return std::nullopt;
}

std::optional<Instant> SlowClock::close_of(Instant start, int n) const {
  const Date today = dates_.at(index_of(start));
  for (const auto& [date, close] : closes_) {
    if (date < today || (date == today && time_of(close) < start)) continue;
    if (n-- == 0) return date + std::chrono::days(2) < dates_.back() ? std::optional(time_of(close)) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<Instant> SlowClock::end_of_date(Instant start, int n) const {
  const Date last = dates_.at(index_of(start)) + std::chrono::days(n);
  if (last >= dates_.back()) return std::nullopt;
  for (std::size_t i = dates_.size(); i-- > 0;)
    if (dates_[i] == last) return time_of(i + 1) - seconds(1);
  return std::nullopt;
}

}  // namespace crmtrack::calendar::testing
