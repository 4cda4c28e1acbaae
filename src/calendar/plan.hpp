#pragma once

#include <array>
#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "calendar/hours.hpp"
#include "util/zone.hpp"

namespace crmtrack::calendar {

/// A date of the calendar's zone.
using Date = std::chrono::local_days;

/// The hours of each weekday, Monday first.
using Week = std::array<std::vector<Hours>, 7>;

/// Hours that replace all others of one date.
struct Exception {
  std::vector<Hours> hours;  ///< none: closed
  std::string text;          ///< why, for people; may be empty
  friend bool operator==(const Exception&, const Exception&) = default;
};

/// A calendar as people state it: a value, to be compared, shown and changed. `Calendar` counts with it
/// (docs/calendars.md).
struct Plan {
  std::string name;
  util::Zone zone = util::Zone::utc();
  Week week;
  std::map<Date, std::string> holidays;  ///< closed, with what is celebrated
  std::map<Date, Exception> exceptions;  ///< these hold on a holiday too
  friend bool operator==(const Plan&, const Plan&) = default;
};

/// The hours that a date has by a plan: those of its exception, none on a holiday, else those of its weekday.
const std::vector<Hours>& hours_of(const Plan& plan, Date date);

/// A calendar that is always open, without holidays.
Plan always_open(std::string name, util::Zone zone);

}  // namespace crmtrack::calendar
