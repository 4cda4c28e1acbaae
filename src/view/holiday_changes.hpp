#pragma once

#include <string>
#include <vector>

#include "calendar/feed/holiday_changes.hpp"
#include "document/document.hpp"

namespace crmtrack::view {

/// One line of what a feed would do to a calendar.
struct ShownChange {
  std::string_view change;  ///< `added`, `retold`, `known`, `not_taken`, `without_effect`, `only_in_calendar`,
                            ///< `new_this_year` or `gone_since_last_year`
  std::string date;         ///< empty of an event that was not taken
  std::string text;
  std::string hours;  ///< of a half day, what stays open
  std::string note;   ///< why it was not taken, or how it was understood
  std::string place;  ///< `FILE:LINE` in the feed; empty where it comes from the calendar
};

/// Everything that is to be shown before a feed is written: what it gives by date, then what it does not, and how its
/// years differ.
std::vector<ShownChange> shown_changes(const calendar::HolidayChanges& changes,
                                       const std::vector<calendar::NotTaken>& not_taken, const std::string& file);

document::Table holiday_changes_table(const std::vector<ShownChange>& changes);
document::Value holiday_change_item(const ShownChange& change);

}  // namespace crmtrack::view
