#pragma once

#include <optional>

#include "calendar/calendar.hpp"
#include "policy/rules.hpp"
#include "util/time.hpp"
#include "util/zone.hpp"

namespace crmtrack::tick {

/// The last time at or before `now` at which a schedule falls, in a zone; none in the 62 days before.
std::optional<util::Instant> last_slot(const policy::Schedule& schedule, const util::Zone& zone, util::Instant now);

/// The first time from `at` on that is not quiet: `at` itself where it is not. Null for a calendar that never opens
/// again.
std::optional<util::Instant> first_loud(const policy::QuietHours& quiet, const calendar::Calendar& calendar,
                                        util::Instant at);

/// When a digest that gathers from `at` on is sent: the next full hour; the next opening of the calendar on a later
/// date; the first opening in a later week. Precondition: the digest is not `none`.
std::optional<util::Instant> digest_time(policy::Digest digest, const calendar::Calendar& calendar, util::Instant at);

}  // namespace crmtrack::tick
