#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "calendar/feed/feed_event.hpp"
#include "calendar/feed/feed_lines.hpp"
#include "calendar/hours.hpp"
#include "calendar/plan.hpp"

namespace crmtrack::calendar {

/// A day or a span of days that a feed closes, or the part of one day.
struct FeedDay {
  std::size_t line = 0;  ///< where its event begins in the file
  std::string summary;
  Date first;
  Date last;
  std::optional<WallSpan> closed;  ///< of a half day: the closed part; `first` and `last` are one date then
  std::string note;                ///< what was understood of the text, where the times alone do not say it
  friend bool operator==(const FeedDay&, const FeedDay&) = default;
};

/// An event that was not taken, or one of its days, and why.
struct NotTaken {
  std::size_t line = 0;
  std::string summary;
  std::string why;
  friend bool operator==(const NotTaken&, const NotTaken&) = default;
};

/// The days of a feed in the years asked (docs/calendars.md, Feeds).
struct HolidayFeed {
  std::vector<FeedDay> days;        ///< by date
  std::vector<NotTaken> not_taken;  ///< by line
  std::size_t outside = 0;          ///< events that say nothing of the years asked
};

/// A longer span is no holiday.
inline constexpr int kLongestSpan = 366;

/// Reads a feed of public holidays (iCalendar), untrusted as it is. The fault says why the file as a whole is refused.
/// Throws Error(program_failed) where libical is missing. Precondition: 1 <= first <= last <= 9998, and at most
/// `kMostFeedYears` of them.
tl::expected<HolidayFeed, FeedFault> read_holiday_feed(std::string_view text, YearRange years, const util::Zone& zone);

}  // namespace crmtrack::calendar
