#include "calendar/feed/feed_time.hpp"

#include <fmt/format.h>

#include "util/text/safe.hpp"

namespace crmtrack::calendar {

namespace {

using std::chrono::seconds;

seconds written_time(const icaltimetype& time) {
  if (time.is_date != 0) return seconds(0);
  return std::chrono::hours(time.hour) + std::chrono::minutes(time.minute) + seconds(time.second);
}

/// Programs write `/example.org/20260101/Europe/London` as well.
bool names_zone(std::string_view text, std::string_view zone) {
  if (!text.ends_with(zone)) return false;
  return text.size() == zone.size() || text[text.size() - zone.size() - 1] == '/';
}

WallTime wall_of(std::chrono::local_seconds local) {
  const Date date = std::chrono::floor<std::chrono::days>(local);
  return {date, local - date};
}

}  // namespace

Date date_of(const icaltimetype& time) {
  return Date(std::chrono::year(time.year) / std::chrono::month(static_cast<unsigned>(time.month)) /
              std::chrono::day(static_cast<unsigned>(time.day)));
}

FeedTime feed_time_of(icalproperty* property, icaltimetype written) {
  FeedTime time{written, {}};
  icalparameter* const parameter = ical().icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
  const char* const name = parameter != nullptr ? ical().icalparameter_get_tzid(parameter) : nullptr;
  if (name != nullptr) time.zone = name;
  return time;
}

bool exists(const icaltimetype& time) {
  if (time.year < 1 || time.year > 9999 || time.month < 1 || time.month > 12 || time.day < 1 || time.day > 31)
    return false;
  const auto date = std::chrono::year(time.year) / time.month / time.day;
  const bool has_clock = time.hour >= 0 && time.hour <= 23 && time.minute >= 0 && time.minute <= 59 &&
                         time.second >= 0 && time.second <= 60;
  return date.ok() && (time.is_date != 0 || has_clock);
}

tl::expected<WallTime, std::string> to_wall(const FeedTime& time, const util::Zone& zone) {
  const WallTime written{date_of(time.written), written_time(time.written)};
  if (time.written.is_date != 0) return written;
  if (ical().icaltime_is_utc(time.written) != 0) {
    const auto as_utc = util::Instant((written.date + written.time).time_since_epoch());
    return wall_of(zone.to_local(as_utc));
  }
  if (time.zone.empty() || names_zone(time.zone, zone.name()) || written.time == seconds(0)) return written;
  return tl::unexpected(fmt::format("its times are those of the zone '{}', and the calendar's is '{}'",
                                    util::visible_line(time.zone.substr(0, 60)), zone.name()));
}

}  // namespace crmtrack::calendar
