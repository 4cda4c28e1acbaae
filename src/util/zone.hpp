#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "util/time.hpp"

namespace crmtrack::util {

class ZoneTable;

/// A time zone of the IANA database. Gaps and overlaps never throw: a local time inside a gap is the
/// first instant after the gap, a repeated local time is its first occurrence (DOMAIN §3, clocks 2).
class Zone {
 public:
  /// Loads `Europe/London` from /usr/share/zoneinfo; `UTC` needs no file. Throws Error(refused) for an unknown name.
  static Zone load(std::string_view name);
  /// The user's zone: the value of TZ (`:` prefix, absolute paths under a zoneinfo folder and POSIX rules such as
  /// `CET-1CEST` are understood), else /etc/localtime, else UTC. Throws Error(refused) where TZ names none.
  static Zone load_local(const char* tz);
  static Zone utc();

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] Timestamp at(Instant time) const;  ///< the instant with this zone's offset then
  [[nodiscard]] std::chrono::local_seconds to_local(Instant time) const;
  [[nodiscard]] Instant to_instant(std::chrono::local_seconds local) const;
  [[nodiscard]] std::chrono::year_month_day date_of(Instant time) const;
  /// The first instant of a local date (where midnight falls in a gap, the first one after it).
  [[nodiscard]] Instant start_of(std::chrono::year_month_day date) const;

 private:
  std::string name_ = "UTC";
  std::shared_ptr<const ZoneTable> table_;  // null: UTC, without reading a file
};

/// What people type for a time, relative to `now` in `zone`: RFC 3339; `2026-11-21 09:12`; `2026-11-21`;
/// `09:12` (today); `today|yesterday|tomorrow|mon…sun [HH:MM]`; `now`; `-2h`, `+3d`, `-1w` (m, h, d, w).
/// A date or day without a time is 00:00, or with `end_of_day` 23:59:59 (a due date). A weekday is the next one
/// with `end_of_day` (a due date; today counts), else the latest past one.
/// Throws Error(usage) that lists the forms.
Timestamp parse_when(std::string_view text, Instant now, const Zone& zone, bool end_of_day);

}  // namespace crmtrack::util
