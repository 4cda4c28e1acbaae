#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace crmtrack::calendar {

/// How long a promise may take: `4h` of business time, `2bd` business days, `30d` days of the calendar on the wall
/// (docs/calendars.md, Targets).
struct Target {
  enum class Unit { hours, business_days, days };
  int count = 0;
  Unit unit = Unit::hours;
  friend bool operator==(const Target&, const Target&) = default;
};

/// No target is longer: ten years, as 87,660 hours or 3,653 days.
inline constexpr int kMostHours = 87660;
inline constexpr int kMostDays = 3653;

/// Whether `0h` is a target: it is due at its start.
enum class Zero { refused, allowed };

/// Reads `4h`, `2bd` or `30d`. The error says what is wrong, and the way out.
tl::expected<Target, std::string> parse_target(std::string_view text, Zero zero = Zero::refused);
std::string format_target(const Target& target);

/// When to warn: at a share of the target, or so long before the end of it, both in business time (docs/calendars.md,
/// Warnings).
struct WarningPoint {
  enum class Kind { share, before_due };
  Kind kind = Kind::share;
  std::int64_t amount = 0;  ///< share: in hundredths of a percent, 75 % is 7,500; before_due: seconds
  friend bool operator==(const WarningPoint&, const WarningPoint&) = default;
};

/// A percent, and all of a target, as shares.
inline constexpr std::int64_t kPercent = 100;
inline constexpr std::int64_t kWholeTarget = 100 * kPercent;

/// Reads `75%`, `62.5%`, `1h` or `30m`. A share is above 0 and at most 100 %.
tl::expected<WarningPoint, std::string> parse_warning_point(std::string_view text);
std::string format_warning_point(const WarningPoint& point);

/// The largest share of a target at which a ladder has a rung: ten times the target.
inline constexpr std::int64_t kMostShare = 10 * kWholeTarget;

/// Reads the share of a rung of a ladder, `75%` or `125%`, above 0 and at most 1000 %.
tl::expected<std::int64_t, std::string> parse_rung_share(std::string_view text);
/// `75%`, `62.5%`.
std::string format_share(std::int64_t share);

}  // namespace crmtrack::calendar
