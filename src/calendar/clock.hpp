#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "calendar/calendar.hpp"
#include "calendar/pauses.hpp"
#include "calendar/target.hpp"
#include "util/time.hpp"

/// The clock of a promise (docs/calendars.md): from a start, a target, a calendar and pauses to the time when it is
/// due. Each function is pure. A promise whose clock never stands still is asked with `Pauses()`.
namespace crmtrack::calendar {

/// The open, unpaused time in [start, stop).
std::chrono::seconds elapsed(util::Instant start, util::Instant stop, const Calendar& calendar, const Pauses& pauses);

/// The earliest instant at which the elapsed time since `start` reaches an amount, `start` itself for 0; null where an
/// endless pause or a calendar that never opens again keeps it from being reached.
std::optional<util::Instant> reach(util::Instant start, std::chrono::seconds amount, const Calendar& calendar,
                                   const Pauses& pauses);

/// When a promise is due; null where that is never. A target of 0 is due at its start. Pauses do not move a target in
/// days (`30d`).
std::optional<util::Instant> due(util::Instant start, const Target& target, const Calendar& calendar,
                                 const Pauses& pauses);

/// The business time that a target stands for: of `4h` four hours, of `2bd` and `30d` the open time from the start to
/// the end without pauses. Null for business days that never come.
std::optional<std::chrono::seconds> business_time_of(util::Instant start, const Target& target,
                                                     const Calendar& calendar);

/// When to warn: where the elapsed time reaches the share, or all but the offset, of the target's business time. The
/// start, where the offset is longer than that.
std::optional<util::Instant> warn_at(util::Instant start, const Target& target, const WarningPoint& point,
                                     const Calendar& calendar, const Pauses& pauses);
/// The earliest of several; null where there are none, or none is ever reached.
std::optional<util::Instant> first_warning(util::Instant start, const Target& target,
                                           const std::vector<WarningPoint>& points, const Calendar& calendar,
                                           const Pauses& pauses);

/// A rung of the ladder at or behind the end: where the elapsed time reaches `share` of the target, in hundredths of a
/// percent (1.25 times is 12,500, twice 20,000). Of a target in days the elapsed time counts every second.
std::optional<util::Instant> rung_at(util::Instant start, const Target& target, std::int64_t share,
                                     const Calendar& calendar, const Pauses& pauses);
/// rung_at of several shares, in their order.
std::vector<std::optional<util::Instant>> rungs_at(util::Instant start, const Target& target,
                                                   std::span<const std::int64_t> shares, const Calendar& calendar,
                                                   const Pauses& pauses);

}  // namespace crmtrack::calendar
