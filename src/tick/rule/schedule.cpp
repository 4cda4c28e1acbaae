#include "tick/rule/schedule.hpp"

#include <chrono>

namespace crmtrack::tick {

namespace {

using std::chrono::days;
using std::chrono::local_days;

/// A month has its slot within so many days.
constexpr int kDaysBack = 62;

bool falls_on(const policy::Schedule& schedule, local_days date) {
  using Each = policy::Schedule::Each;
  if (schedule.each == Each::day) return true;
  if (schedule.each == Each::week)
    return static_cast<int>(std::chrono::weekday(date).iso_encoding()) - 1 == schedule.day;
  const std::chrono::year_month_day ymd(date);
  const auto last = (ymd.year() / ymd.month() / std::chrono::last).day();
  const auto day = std::chrono::day(static_cast<unsigned>(schedule.day));
  return ymd.day() == std::min(day, last);
}

local_days date_of(const util::Zone& zone, util::Instant time) { return std::chrono::floor<days>(zone.to_local(time)); }

/// Midnight to midnight on the wall: whether a time of day lies within hours that may go over midnight.
bool is_within(const policy::QuietHours& quiet, std::chrono::seconds time) {
  return quiet.from < quiet.to ? quiet.from <= time && time < quiet.to : quiet.from <= time || time < quiet.to;
}

}  // namespace

std::optional<util::Instant> last_slot(const policy::Schedule& schedule, const util::Zone& zone, util::Instant now) {
  const local_days today = date_of(zone, now);
  for (int back = 0; back <= kDaysBack; ++back) {
    const local_days date = today - days(back);
    if (!falls_on(schedule, date)) continue;
    const util::Instant slot = zone.to_instant(date + schedule.at);
    if (slot <= now) return slot;
  }
  return std::nullopt;
}

std::optional<util::Instant> first_loud(const policy::QuietHours& quiet, const calendar::Calendar& calendar,
                                        util::Instant at) {
  using Kind = policy::QuietHours::Kind;
  if (quiet.kind == Kind::none) return at;
  if (quiet.kind == Kind::outside_calendar) {
    const auto open = calendar.find_open(at);
    return open ? std::optional(std::max(open->from, at)) : std::nullopt;
  }
  const util::Zone& zone = calendar.plan().zone;
  const auto local = zone.to_local(at);
  const local_days date = std::chrono::floor<days>(local);
  const std::chrono::seconds time = local - date;
  if (!is_within(quiet, time)) return at;
  const local_days end = time < quiet.to ? date : date + days(1);
  return std::max(at, zone.to_instant(end + quiet.to));
}

std::optional<util::Instant> digest_time(policy::Digest digest, const calendar::Calendar& calendar, util::Instant at) {
  const util::Zone& zone = calendar.plan().zone;
  if (digest == policy::Digest::hourly) {
    const auto hour = std::chrono::floor<std::chrono::hours>(zone.to_local(at));
    return std::max(at, zone.to_instant(hour + std::chrono::hours(1)));
  }
  local_days next = date_of(zone, at) + days(1);
  if (digest == policy::Digest::weekly)
    while (std::chrono::weekday(next) != std::chrono::Monday) next += days(1);
  const auto open = calendar.find_open(zone.to_instant(next));
  return open ? std::optional(open->from) : std::nullopt;
}

}  // namespace crmtrack::tick
