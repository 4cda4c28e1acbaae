#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace crmtrack::util {

/// A point in time, in whole UTC seconds: the resolution of every clock in crmtrack.
using Instant = std::chrono::sys_seconds;
/// A point in time in milliseconds: the resolution of record ids (ULID).
using Millis = std::chrono::sys_time<std::chrono::milliseconds>;

/// A point in time as a person wrote it. The offset that they used is kept; a fraction of a second is dropped.
struct Timestamp {
  Instant utc{};
  std::chrono::minutes offset{0};
  friend bool operator==(const Timestamp&, const Timestamp&) = default;
};

/// Reads RFC 3339 (`2026-11-21T09:12:00+01:00`, `…Z`, optional fraction). Takes years 0000 to 9999, and reads a leap
/// second (:60) as :59. nullopt for anything else.
std::optional<Timestamp> parse_rfc3339(std::string_view text);

/// `2026-11-21T09:12:00+01:00`, or with `Z` where the offset is 0.
std::string format_rfc3339(const Timestamp& time);
/// The time in UTC: `2026-11-21T08:12:00Z`.
std::string format_utc(Instant time);

/// Reads a calendar date `2026-11-21`; nullopt where the text is no valid one.
std::optional<std::chrono::year_month_day> parse_date(std::string_view text);
std::string format_date(std::chrono::year_month_day date);

/// `3d 4h`, `12m`, `45s`: the two largest units, for people.
std::string format_duration(std::chrono::seconds duration);

}  // namespace crmtrack::util
