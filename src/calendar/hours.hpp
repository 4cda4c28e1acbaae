#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace crmtrack::calendar {

inline constexpr std::chrono::seconds kNoon = std::chrono::hours(12);
inline constexpr std::chrono::seconds kDay = std::chrono::hours(24);

/// An interval of opening hours by the clock on the wall, `09:00-17:30`. One whose end is not after its start ends on
/// the next date; 24:00 is the end of the day (docs/calendars.md, Open intervals).
struct Hours {
  std::chrono::seconds from{0};  ///< after midnight: 00:00 to 23:59:59
  std::chrono::seconds to{0};    ///< after midnight: up to 24:00
  friend bool operator==(const Hours&, const Hours&) = default;
};

/// The end in seconds after the midnight at which the date of the interval begins: over 24 hours where the interval
/// ends on the next date.
std::chrono::seconds end_of(const Hours& hours);

/// Reads `09:00-17:30`, `22:00-06:00` or `00:00-24:00`. The error says what is wrong and shows the right form.
tl::expected<Hours, std::string> parse_hours(std::string_view text);
/// `09:00-17:30`; seconds are written only where there are some.
std::string format_hours(const Hours& hours);

/// A stretch of a date's wall clock, in seconds after its midnight; the end may lie on the next date.
struct WallSpan {
  std::chrono::seconds from{0};
  std::chrono::seconds to{0};
  friend bool operator==(const WallSpan&, const WallSpan&) = default;
};
/// The intervals of a date in order, those that overlap or touch as one.
std::vector<WallSpan> merge_hours(const std::vector<Hours>& hours);

}  // namespace crmtrack::calendar
