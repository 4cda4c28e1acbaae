#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "calendar/calendar.hpp"
#include "document/document.hpp"

namespace crmtrack::view {

/// One date of a calendar.
struct CalendarDate {
  enum class Kind { week, holiday, exception };
  calendar::Date date;
  Kind kind = Kind::week;
  std::vector<calendar::Hours> hours;
  std::string text;              ///< of a holiday or exception
  std::chrono::seconds open{0};  ///< how long it is open; the clock change counts
};

/// A date by the plan that holds on it.
CalendarDate calendar_date(const calendar::Plan& plan, calendar::Date date);

/// A year for people, within 80 columns: a row for each month, a sign for each date, and below it the dates that
/// differ from their weekday. `facts` stand in its head: the zone, and the hours of the week.
document::Document calendar_year_text(const std::string& name, int year, const document::Figures& facts,
                                      const std::vector<CalendarDate>& dates);

/// A year for programs: a row for each date.
document::Table calendar_year_table(const std::vector<CalendarDate>& dates);
document::Value calendar_date_item(const CalendarDate& date);

}  // namespace crmtrack::view
