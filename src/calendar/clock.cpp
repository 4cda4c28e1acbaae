#include "calendar/clock.hpp"

#include <algorithm>

namespace crmtrack::calendar {

namespace {

using std::chrono::seconds;
using util::Instant;

constexpr Instant kLastInstant =
    std::chrono::sys_days(std::chrono::year(9999) / 12 / 31) + std::chrono::days(1) - seconds(1);

/// A share of a time; a fraction of a second rounds up.
seconds share_of(seconds whole, std::int64_t share) {
  return seconds((whole.count() * share + kWholeTarget - 1) / kWholeTarget);
}

std::optional<Instant> unless_too_late(Instant time) {
  return time <= kLastInstant ? std::optional(time) : std::nullopt;
}

/// The last second of the n-th local date after that of the start.
Instant end_of_date(Instant start, int n, const Calendar& calendar) {
  const Date behind = calendar.date_of(start) + std::chrono::days(n + 1);
  return calendar.plan().zone.to_instant(behind) - seconds(1);
}

std::optional<Instant> close_of_business_day(Instant start, int n, const Calendar& calendar) {
  const auto day = calendar.find_business_day(start, n);
  return day ? std::optional(day->close) : std::nullopt;
}

}  // namespace

seconds elapsed(Instant start, Instant stop, const Calendar& calendar, const Pauses& pauses) {
  if (stop <= start) return seconds(0);
  seconds sum = calendar.open_between(start, stop);
  for (auto pause = pauses.after(start); pause != pauses.list().end() && pause->from < stop; ++pause)
    sum -= calendar.open_between(std::max(pause->from, start), pause->to ? std::min(*pause->to, stop) : stop);
  return sum;
}

std::optional<Instant> reach(Instant start, seconds amount, const Calendar& calendar, const Pauses& pauses) {
  if (amount <= seconds(0)) return start;
  Instant at = start;
  for (auto pause = pauses.after(start); pause != pauses.list().end(); ++pause) {
    if (pause->from > at) {
      const auto found = calendar.instant_after(at, amount);
      if (!found || *found <= pause->from) return found;
      amount -= calendar.open_between(at, pause->from);
    }
    if (!pause->to) return std::nullopt;
    at = *pause->to;
  }
  return calendar.instant_after(at, amount);
}

std::optional<Instant> due(Instant start, const Target& target, const Calendar& calendar, const Pauses& pauses) {
  if (target.count == 0) return start;
  switch (target.unit) {
    case Target::Unit::hours:
      return reach(start, std::chrono::hours(target.count), calendar, pauses);
    case Target::Unit::days:
      return unless_too_late(end_of_date(start, target.count, calendar));
    case Target::Unit::business_days:
      break;
  }
  const auto close = close_of_business_day(start, target.count, calendar);
  const auto pause = pauses.after(start);
  if (!close || pause == pauses.list().end() || pause->from >= *close) return close;
  return reach(start, calendar.open_between(start, *close), calendar, pauses);
}

std::optional<seconds> business_time_of(Instant start, const Target& target, const Calendar& calendar) {
  if (target.count == 0) return seconds(0);
  if (target.unit == Target::Unit::hours) return std::chrono::hours(target.count);
  const auto end = due(start, target, calendar, Pauses());
  return end ? std::optional(calendar.open_between(start, *end)) : std::nullopt;
}

std::optional<Instant> warn_at(Instant start, const Target& target, const WarningPoint& point, const Calendar& calendar,
                               const Pauses& pauses) {
  const auto whole = business_time_of(start, target, calendar);
  if (!whole) return std::nullopt;
  const seconds amount =
      point.kind == WarningPoint::Kind::share ? share_of(*whole, point.amount) : *whole - seconds(point.amount);
  static const Pauses kNone;
  return reach(start, amount, calendar, target.unit == Target::Unit::days ? kNone : pauses);
}

std::optional<Instant> first_warning(Instant start, const Target& target, const std::vector<WarningPoint>& points,
                                     const Calendar& calendar, const Pauses& pauses) {
  std::optional<Instant> first;
  for (const WarningPoint& point : points) {
    const auto at = warn_at(start, target, point, calendar, pauses);
    if (at && (!first || *at < *first)) first = at;
  }
  return first;
}

std::vector<std::optional<Instant>> rungs_at(Instant start, const Target& target, std::span<const std::int64_t> shares,
                                             const Calendar& calendar, const Pauses& pauses) {
  if (target.count == 0) return std::vector<std::optional<Instant>>(shares.size(), start);
  std::vector<std::optional<Instant>> rungs(shares.size());
  if (target.unit == Target::Unit::days) {
    if (const auto end = due(start, target, calendar, pauses))
      std::ranges::transform(
          shares, rungs.begin(),
          [&](std::int64_t share) { return unless_too_late(start + share_of(*end - start, share)); });
  } else if (const auto whole = business_time_of(start, target, calendar)) {
    std::ranges::transform(
        shares, rungs.begin(),
        [&](std::int64_t share) { return reach(start, share_of(*whole, share), calendar, pauses); });
  }
  return rungs;
}

std::optional<Instant> rung_at(Instant start, const Target& target, std::int64_t share, const Calendar& calendar,
                               const Pauses& pauses) {
  return rungs_at(start, target, {&share, 1}, calendar, pauses).front();
}

}  // namespace crmtrack::calendar
