#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include "util/time.hpp"

namespace crmtrack::util {

/// A stretch of time in which a zone's offset stays the same.
struct ZoneSpan {
  Instant begin;  ///< not known further back than the change before the time that was asked for
  Instant end;
  std::chrono::seconds offset;
};

/// The rule by which a zone goes on for ever, in the form of POSIX's TZ (`CET-1CEST,M3.5.0,M10.5.0/3`). It is the last
/// line of a zone's file, and some people have it in TZ itself.
class ZoneRule {
 public:
  /// Reads a rule; nullopt where the text is none. A rule without dates changes as in the United States, like that of
  /// the C library.
  static std::optional<ZoneRule> parse(std::string_view text);
  [[nodiscard]] ZoneSpan span_at(Instant time) const;
  friend bool operator==(const ZoneRule&, const ZoneRule&) = default;

  /// A day of every year, and a time on it.
  struct Change {
    enum class Kind { julian, day_of_year, weekday };
    Kind kind = Kind::weekday;
    unsigned month = 1;  ///< weekday: 1 to 12
    unsigned week = 1;   ///< weekday: 1 to 5, 5 being the last
    unsigned day = 0;    ///< weekday: 0 (Sunday) to 6; julian: 1 to 365 without 29 February; day_of_year: 0 to 365
    std::chrono::seconds time = std::chrono::hours(2);  ///< after local midnight; may be negative or over a day
    friend bool operator==(const Change&, const Change&) = default;
  };

 private:
  std::chrono::seconds standard_{0};
  std::chrono::seconds summer_{0};
  bool has_summer_ = false;
  Change to_summer_;
  Change to_standard_;
};

}  // namespace crmtrack::util
