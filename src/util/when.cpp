#include "util/when.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "util/error.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::util {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::local_days;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr seconds kEndOfDay = hours(24) - seconds(1);

/// `mon`, `monday` … as 0 (Sunday) to 6.
std::optional<unsigned> parse_weekday(std::string_view word) {
  static constexpr std::array<std::string_view, 7> kNames{"sunday",   "monday", "tuesday", "wednesday",
                                                          "thursday", "friday", "saturday"};
  for (unsigned i = 0; i < kNames.size(); ++i)
    if (word == kNames[i] || word == kNames[i].substr(0, 3)) return i;
  return std::nullopt;
}

/// `09:12`, `09:12:30`, `9:12`.
std::optional<seconds> parse_clock(std::string_view text) {
  std::string padded = text.size() > 1 && text[1] == ':' ? "0" + std::string(text) : std::string(text);
  if (padded.size() == 5) padded += ":00";
  const auto time = parse_rfc3339("2000-01-01T" + padded + "Z");
  if (padded.size() != 8 || !time) return std::nullopt;
  return time->utc - std::chrono::sys_days(std::chrono::year(2000) / 1 / 1);
}

/// Now moved by `-2h`, `+3d`. Days and weeks keep the time on the wall clock, whatever happens to it between.
std::optional<Instant> parse_shift(std::string_view text, Instant now, const Zone& zone) {
  if (text.size() < 3 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  int count = 0;
  const char* const last = text.data() + text.size() - 1;
  const auto read = std::from_chars(text.data() + 1, last, count);
  if (read.ec != std::errc() || read.ptr != last || text[1] == '-' || count > 5'000'000) return std::nullopt;
  count = text[0] == '-' ? -count : count;
  switch (text.back()) {
    case 'm':
      return now + minutes(count);
    case 'h':
      return now + hours(count);
    case 'd':
      return zone.to_instant(zone.to_local(now) + days(count));
    case 'w':
      return zone.to_instant(zone.to_local(now) + days(7 * static_cast<std::int64_t>(count)));
    default:
      return std::nullopt;
  }
}

/// One reading of a text; what the forms have in common.
struct Reading {
  Instant now;
  const Zone& zone;
  bool end_of_day;

  [[nodiscard]] local_days today() const { return std::chrono::floor<days>(zone.to_local(now)); }
  [[nodiscard]] Instant on(local_days day, std::optional<seconds> clock) const {
    if (clock) return zone.to_instant(day + *clock);
    // The last second is counted back from the next day, so that a day that ends in a gap ends right.
    return end_of_day ? zone.to_instant(local_days(day + days(1))) - seconds(1) : zone.to_instant(day);
  }

  /// The nearest such weekday at that time: not before now where a due date is meant, else not after it.
  [[nodiscard]] Instant on_weekday(unsigned weekday, std::optional<seconds> clock) const {
    const auto today_is = std::chrono::weekday(today()).c_encoding();
    const int ahead = static_cast<int>((weekday + 7 - today_is) % 7);
    const local_days day = today() + days(end_of_day || ahead == 0 ? ahead : ahead - 7);
    const Instant time = on(day, clock);
    if (end_of_day && time < now) return on(day + days(7), clock);
    return !end_of_day && time > now ? on(day - days(7), clock) : time;
  }

  [[nodiscard]] std::optional<Instant> on_named_day(std::string_view day, std::optional<seconds> clock) const {
    if (day == "today") return on(today(), clock);
    if (day == "yesterday") return on(today() - days(1), clock);
    if (day == "tomorrow") return on(today() + days(1), clock);
    if (const auto weekday = parse_weekday(day)) return on_weekday(*weekday, clock);
    const auto date = parse_date(day);
    return date ? std::optional(on(local_days(*date), clock)) : std::nullopt;
  }
};

std::optional<Instant> parse_local(std::string_view text, const Reading& reading) {
  if (text == "now") return reading.now;
  if (const auto shifted = parse_shift(text, reading.now, reading.zone)) return shifted;
  if (const auto clock = parse_clock(text)) return reading.on(reading.today(), clock);
  const bool joined_by_t = text.size() > 10 && text[10] == 't';  // 2026-11-21t09:12, lower case by now
  const auto gap = joined_by_t ? 10 : text.find(' ');
  if (gap == std::string_view::npos) return reading.on_named_day(text, std::nullopt);
  const auto clock = parse_clock(trim(text.substr(gap + 1)));
  return clock ? reading.on_named_day(text.substr(0, gap), clock) : std::nullopt;
}

bool is_four_digit_year(const Timestamp& time) { return parse_rfc3339(format_rfc3339(time)).has_value(); }

}  // namespace

Timestamp parse_when(std::string_view text, Instant now, const Zone& zone, bool end_of_day) {
  const std::string_view trimmed = trim(text);
  if (const auto exact = parse_rfc3339(trimmed)) return *exact;
  const auto local = parse_local(to_lower_ascii(trimmed), Reading{now, zone, end_of_day});
  const auto time = local ? std::optional(zone.at(*local)) : std::nullopt;
  if (!time || !is_four_digit_year(*time)) {
    throw Error(ErrorKind::usage, fmt::format("cannot read the time '{}': it has no known form", visible_line(text)),
                {"forms: 2026-11-21T09:12:00+01:00, '2026-11-21 09:12', 2026-11-21, 09:12, now, today, yesterday, "
                 "tomorrow, mon … sun, 'mon 09:12', -2h, +3d, -1w (m, h, d, w)"});
  }
  return *time;
}

}  // namespace crmtrack::util
