#include "util/time.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdlib>

namespace crmtrack::util {

namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::year_month_day;

constexpr std::size_t kDateLength = 10;      // 2026-11-21
constexpr std::size_t kDateTimeLength = 19;  // 2026-11-21T09:12:00

/// Reads digits only, so that neither signs nor blanks slip through.
std::optional<int> parse_digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

/// `09:12` as minutes.
std::optional<minutes> parse_hours_minutes(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const auto hour = parse_digits(text.substr(0, 2));
  const auto minute = parse_digits(text.substr(3, 2));
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  return hours(*hour) + minutes(*minute);
}

std::optional<minutes> parse_offset(std::string_view text) {
  if (text == "Z" || text == "z") return minutes(0);
  if (text.empty() || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const auto size = parse_hours_minutes(text.substr(1));
  return size && text[0] == '-' ? std::optional(-*size) : size;
}

/// Drops `.123`; a point without digits makes it no time.
std::optional<std::string_view> skip_fraction(std::string_view text) {
  if (text.empty() || text[0] != '.') return text;
  std::size_t end = 1;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
  return end == 1 ? std::nullopt : std::optional(text.substr(end));
}

bool is_four_digit_year(Instant time) {
  static const Instant kFirst{std::chrono::sys_days(std::chrono::year(0) / 1 / 1)};
  static const Instant kEnd{std::chrono::sys_days(std::chrono::year(10000) / 1 / 1)};
  return time >= kFirst && time < kEnd;
}

void append_two_digits(std::string& text, char before, unsigned value) {
  text += before;
  text += static_cast<char>('0' + value / 10 % 10);
  text += static_cast<char>('0' + value % 10);
}

/// `2026-11-21T09:12:00` of a count of seconds in whatever zone.
std::string format_date_time(Instant time) {
  const auto day = floor<days>(time);
  const auto second = static_cast<unsigned>((time - day).count());
  std::string text = format_date(year_month_day(day));
  append_two_digits(text, 'T', second / 3600);
  append_two_digits(text, ':', second / 60 % 60);
  append_two_digits(text, ':', second % 60);
  return text;
}

}  // namespace

std::optional<year_month_day> parse_date(std::string_view text) {
  if (text.size() != kDateLength || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = parse_digits(text.substr(0, 4));
  const auto month = parse_digits(text.substr(5, 2));
  const auto day = parse_digits(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                            std::chrono::day(static_cast<unsigned>(*day))};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<Timestamp> parse_rfc3339(std::string_view text) {
  if (text.size() <= kDateTimeLength || (text[10] != 'T' && text[10] != 't') || text[16] != ':') return std::nullopt;
  const auto date = parse_date(text.substr(0, kDateLength));
  const auto time = parse_hours_minutes(text.substr(11, 5));
  const auto second = parse_digits(text.substr(17, 2));
  const auto rest = skip_fraction(text.substr(kDateTimeLength));
  const auto offset = rest ? parse_offset(*rest) : std::nullopt;
  if (!date || !time || !second || *second > 60 || !offset) return std::nullopt;
  const bool leap = *second == 60;
  const Instant utc = std::chrono::sys_days(*date) + *time - *offset + seconds(leap ? 59 : *second);
  const bool ends_utc_day = utc + seconds(1) == floor<days>(utc) + days(1);
  if (!is_four_digit_year(utc) || (leap && !ends_utc_day)) return std::nullopt;
  return Timestamp{utc, *offset};
}

std::string format_rfc3339(const Timestamp& time) {
  std::string text = format_date_time(time.utc + time.offset);
  if (time.offset.count() == 0) return text += 'Z';
  const auto size = static_cast<unsigned>(std::abs(time.offset.count()));
  append_two_digits(text, time.offset.count() < 0 ? '-' : '+', size / 60);
  append_two_digits(text, ':', size % 60);
  return text;
}

std::string format_utc(Instant time) { return format_date_time(time) += 'Z'; }

std::string format_date(year_month_day date) {
  const int year = static_cast<int>(date.year());
  if (year < 0 || year > 9999) {
    return fmt::format("{:04}-{:02}-{:02}", year, static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
  }
  std::string text;
  text.reserve(kDateTimeLength + 6);
  const auto digits = static_cast<unsigned>(year);
  text += static_cast<char>('0' + digits / 1000);
  text += static_cast<char>('0' + digits / 100 % 10);
  text += static_cast<char>('0' + digits / 10 % 10);
  text += static_cast<char>('0' + digits % 10);
  append_two_digits(text, '-', static_cast<unsigned>(date.month()));
  append_two_digits(text, '-', static_cast<unsigned>(date.day()));
  return text;
}

std::string format_duration(seconds duration) {
  struct Unit {
    std::int64_t size;
    char name;
  };
  static constexpr std::array<Unit, 4> kUnits{{{86400, 'd'}, {3600, 'h'}, {60, 'm'}, {1, 's'}}};
  const std::string sign = duration.count() < 0 ? "-" : "";
  const auto rest = std::abs(duration.count());
  for (std::size_t i = 0; i < kUnits.size(); ++i) {
    if (rest < kUnits[i].size) continue;
    std::string text = fmt::format("{}{}{}", sign, rest / kUnits[i].size, kUnits[i].name);
    const auto next = i + 1 < kUnits.size() ? rest % kUnits[i].size / kUnits[i + 1].size : 0;
    return next == 0 ? text : fmt::format("{} {}{}", text, next, kUnits[i + 1].name);
  }
  return "0s";
}

}  // namespace crmtrack::util
