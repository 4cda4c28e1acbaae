#include "git/program/git_date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "util/text/case.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::git {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

std::optional<std::int64_t> parse_number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::all_of(
                              text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<minutes> parse_offset(std::string_view text) {
  if (text == "Z" || text == "z" || text == "UTC" || text == "GMT") return minutes(0);
  if (text.size() < 3 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  std::string digits(text.substr(1));
  std::erase(digits, ':');
  if (!is_digits(digits) || (digits.size() != 2 && digits.size() != 4)) return std::nullopt;
  const auto hours = *parse_number(std::string_view(digits).substr(0, 2));
  const auto rest = digits.size() == 4 ? *parse_number(std::string_view(digits).substr(2)) : 0;
  if (hours > 23 || rest > 59) return std::nullopt;
  const minutes offset(hours * 60 + rest);
  return text[0] == '-' ? -offset : offset;
}

std::optional<util::Timestamp> parse_epoch(std::string_view text) {
  const bool marked = text.starts_with('@');
  if (marked) text.remove_prefix(1);
  const auto blank = text.find(' ');
  const std::string_view number = text.substr(0, blank);
  // Without the `@` Git takes only what cannot be a date: at least nine digits.
  if (!is_digits(number) || number.size() > 12 || (!marked && number.size() < 9)) return std::nullopt;
  std::optional<minutes> offset = minutes(0);
  if (blank != std::string_view::npos) offset = parse_offset(util::trim(text.substr(blank)));
  if (!offset) return std::nullopt;
  return util::Timestamp{.utc = util::Instant(seconds(*parse_number(number))), .offset = *offset};
}

std::optional<std::chrono::year_month_day> make_date(std::string_view year, std::string_view month,
                                                     std::string_view day) {
  if (!is_digits(year) || year.size() != 4 || !is_digits(month) || !is_digits(day)) return std::nullopt;
  if (month.size() > 2 || day.size() > 2) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*parse_number(year))),
                                         std::chrono::month(static_cast<unsigned>(*parse_number(month))),
                                         std::chrono::day(static_cast<unsigned>(*parse_number(day)))};
  return date.ok() ? std::optional(date) : std::nullopt;
}

/// `2005-04-07`, `2005.04.07`, `04/07/2005`, `07.04.2005`.
std::optional<std::chrono::year_month_day> parse_day(std::string_view text) {
  for (const char separator : {'-', '.', '/'}) {
    const auto parts = util::split(text, separator);
    if (parts.size() != 3) continue;
    if (parts[0].size() == 4) return make_date(parts[0], parts[1], parts[2]);
    if (separator == '/') return make_date(parts[2], parts[0], parts[1]);
    if (separator == '.') return make_date(parts[2], parts[1], parts[0]);
  }
  return std::nullopt;
}

std::optional<std::string_view> find_month(std::string_view name) {
  constexpr std::array<std::string_view, 12> kNames{"jan", "feb", "mar", "apr", "may", "jun",
                                                    "jul", "aug", "sep", "oct", "nov", "dec"};
  constexpr std::array<std::string_view, 12> kNumbers{"01", "02", "03", "04", "05", "06",
                                                      "07", "08", "09", "10", "11", "12"};
  const std::string lower = util::to_lower_ascii(name);
  const auto found = std::find(kNames.begin(), kNames.end(), lower);
  if (found == kNames.end()) return std::nullopt;
  return kNumbers[static_cast<std::size_t>(found - kNames.begin())];
}

std::optional<seconds> parse_clock(std::string_view text) {
  const auto parts = util::split(text.substr(0, text.find('.')), ':');
  if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
  for (const auto& part : parts)
    if (!is_digits(part) || part.size() > 2) return std::nullopt;
  const auto hours = *parse_number(parts[0]);
  const auto minutes_past = *parse_number(parts[1]);
  const auto seconds_past = parts.size() == 3 ? *parse_number(parts[2]) : 0;
  if (hours > 23 || minutes_past > 59 || seconds_past > 60) return std::nullopt;
  return seconds(hours * 3600 + minutes_past * 60 + std::min<std::int64_t>(seconds_past, 59));
}

std::optional<util::Timestamp> combine(std::chrono::year_month_day date, seconds clock, std::optional<minutes> offset,
                                       const util::Zone& zone) {
  const std::chrono::local_seconds local = std::chrono::local_days(date) + clock;
  if (!offset) return zone.at(zone.to_instant(local));
  return util::Timestamp{.utc = util::Instant(local.time_since_epoch()) - *offset, .offset = *offset};
}

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> found = util::split(text, ' ');
  std::erase(found, "");
  return found;
}

/// `Thu, 07 Apr 2005 22:13:13 +0200`, the day of the week if one likes.
std::optional<util::Timestamp> parse_mail_date(std::string_view text, const util::Zone& zone) {
  std::vector<std::string> parts = words(text);
  if (!parts.empty() && parts[0].ends_with(',')) parts.erase(parts.begin());
  if (parts.size() < 4 || parts.size() > 5) return std::nullopt;
  const auto month = find_month(parts[1]);
  const auto date = month ? make_date(parts[2], *month, parts[0]) : std::nullopt;
  const auto clock = parse_clock(parts[3]);
  const auto offset = parts.size() == 5 ? parse_offset(parts[4]) : std::nullopt;
  if (!date || !clock || (parts.size() == 5 && !offset)) return std::nullopt;
  return combine(*date, *clock, offset, zone);
}

std::optional<util::Timestamp> parse_iso_date(std::string_view text, const util::Zone& zone) {
  const auto end_of_day = text.find_first_of("T ");
  if (end_of_day == std::string_view::npos) return std::nullopt;
  const auto date = parse_day(text.substr(0, end_of_day));
  const std::string_view rest = util::trim(text.substr(end_of_day + 1));
  const auto end_of_clock = rest.find_first_of("Z+- ");
  const auto clock = parse_clock(rest.substr(0, end_of_clock));
  if (!date || !clock) return std::nullopt;
  if (end_of_clock == std::string_view::npos) return combine(*date, *clock, std::nullopt, zone);
  const auto offset = parse_offset(util::trim(rest.substr(end_of_clock)));
  return offset ? combine(*date, *clock, offset, zone) : std::nullopt;
}

}  // namespace

std::optional<util::Timestamp> parse_git_date(std::string_view text, const util::Zone& zone) {
  const std::string_view trimmed = util::trim(text);
  if (const auto time = parse_epoch(trimmed)) return time;
  if (const auto time = parse_iso_date(trimmed, zone)) return time;
  return parse_mail_date(trimmed, zone);
}

}  // namespace crmtrack::git
