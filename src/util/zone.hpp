#pragma once

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "util/time.hpp"

namespace crmtrack::util {

class ZoneTable;

/// A time zone of the IANA database. Gaps and overlaps never throw: a local time inside a gap is the first instant
/// after the gap, a repeated local time is its first occurrence (docs/domain.md, Times and clocks).
class Zone {
 public:
  /// Loads a zone such as `Europe/London` from /usr/share/zoneinfo; `UTC` needs no file. Throws Error(refused) for an
  /// unknown name.
  static Zone load(std::string_view name);
  /// Loads a zone from another folder of compiled zones, such as one that `zic -d` made; `UTC` needs no file. Throws
  /// Error(refused) for a name that the folder lacks.
  static Zone load_from(const std::filesystem::path& folder, std::string_view name);
  /// Loads the user's zone: the value of TZ, else /etc/localtime, else UTC. TZ may have a `:` in front, the absolute
  /// path of a file, or a POSIX rule such as `CET-1CEST`. Throws Error(refused) where it names no zone, or one of
  /// right/.
  static Zone load_local(const char* tz);
  static Zone utc();

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] Timestamp at(Instant time) const;  ///< the instant with this zone's offset then
  [[nodiscard]] std::chrono::local_seconds to_local(Instant time) const;
  [[nodiscard]] Instant to_instant(std::chrono::local_seconds local) const;
  [[nodiscard]] std::chrono::year_month_day date_of(Instant time) const;
  /// The first instant of a local date. Where midnight falls in a gap, it is the first instant after the gap.
  [[nodiscard]] Instant start_of(std::chrono::year_month_day date) const;

  /// Zones of one name that change at the same times. Different versions of the data may differ.
  friend bool operator==(const Zone& a, const Zone& b);

 private:
  std::string name_ = "UTC";
  std::shared_ptr<const ZoneTable> table_;  // null: UTC, without reading a file
};

}  // namespace crmtrack::util
