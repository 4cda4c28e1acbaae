#pragma once

#include <string>
#include <vector>

#include "calendar/feed/holiday_feed.hpp"
#include "calendar/plan.hpp"

namespace crmtrack::calendar {

/// A date that a feed gives to a plan.
struct HolidayChange {
  enum class Kind { holiday, exception };
  Kind kind = Kind::holiday;
  Date date;
  std::string text;
  std::vector<Hours> hours;  ///< of an exception: what a half day leaves open
  std::size_t line = 0;      ///< in the feed
  std::string note;          ///< how a half day was understood
  friend bool operator==(const HolidayChange&, const HolidayChange&) = default;
};

/// A holiday of one year that the year before or after has no like of.
struct YearDifference {
  Date date;
  std::string text;
  friend bool operator==(const YearDifference&, const YearDifference&) = default;
};

/// The changes of a plan by a feed, to be shown before they are written.
struct HolidayChanges {
  std::vector<HolidayChange> added;
  std::vector<HolidayChange> retold;     ///< a holiday that the plan has, by another text
  std::vector<HolidayChange> known;      ///< the plan has it so already
  std::vector<NotTaken> without_effect;  ///< half days on which nothing closes, or that have an exception of their own
  /// Holidays of the plan in the years asked that the feed lacks. They stay: days are proclaimed that no feed has.
  std::vector<YearDifference> only_in_plan;
  /// For each year asked whose year before is known: what is new, and what has gone. Feeds lack days for both reasons.
  std::vector<YearDifference> new_this_year;
  std::vector<YearDifference> gone_since_last_year;
};

HolidayChanges changes_by(const HolidayFeed& feed, const Plan& plan, YearRange years);

/// The plan with what was added and retold.
Plan with_changes(Plan plan, const HolidayChanges& changes);

/// The hours that are left of those of a date when a part of it is closed. A part that goes to the end of the day ends
/// what would go on after midnight.
std::vector<Hours> hours_without(const std::vector<Hours>& hours, const std::vector<WallSpan>& closed);

}  // namespace crmtrack::calendar
