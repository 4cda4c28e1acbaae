#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "calendar/feed/feed_event.hpp"
#include "calendar/feed/ical_api.hpp"

namespace crmtrack::calendar {

/// A time of a feed: as written there, with the zone that it names.
struct FeedTime {
  icaltimetype written;
  std::string zone;  ///< of TZID; empty for UTC and for times of no zone
};

/// The time that a property has.
FeedTime feed_time_of(icalproperty* property, icaltimetype written);

/// The date as written. Precondition: it exists.
Date date_of(const icaltimetype& time);

/// Whether its date and time exist: libical takes 31 February for 3 March.
bool exists(const icaltimetype& time);

/// The time by the wall clock of the calendar's zone. One in UTC is converted; one without a zone, or with the
/// calendar's own, stands as written; so does a midnight of another zone, since feeds write whole days that way. The
/// error names another zone.
tl::expected<WallTime, std::string> to_wall(const FeedTime& time, const util::Zone& zone);

}  // namespace crmtrack::calendar
