#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "calendar/calendar.hpp"
#include "util/time.hpp"

/// Calendars and times as the tests of this room write them.
namespace crmtrack::calendar::testing {

/// `2026-01-30T16:30` in a calendar's zone, or RFC 3339 with an offset.
util::Instant at(const Calendar& calendar, std::string_view text);
/// `2026-01-30T16:30:00` in a calendar's zone; `never` for nothing.
std::string shown(const Calendar& calendar, std::optional<util::Instant> time);

Date date(std::string_view text);

/// The same hours from Monday to Friday.
Plan working_week(std::initializer_list<std::string_view> hours, std::string_view zone = "Europe/London");
Plan every_day(std::initializer_list<std::string_view> hours, std::string_view zone = "Europe/London");
std::vector<Hours> hours(std::initializer_list<std::string_view> texts);

}  // namespace crmtrack::calendar::testing
