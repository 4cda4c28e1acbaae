#include "policy/week_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "policy/calendars.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::policy {

namespace {

using calendar::Hours;
using calendar::Week;
using tl::unexpected;

constexpr std::string_view kClosedWord = "closed";
constexpr std::string_view kDailyWord = "daily";

std::optional<std::size_t> find_weekday(std::string_view word) {
  const auto* const found = std::find(kWeekdays.begin(), kWeekdays.end(), word);
  if (found == kWeekdays.end()) return std::nullopt;
  return static_cast<std::size_t>(found - kWeekdays.begin());
}

/// The first and the last day of `mon-fri`, `sat` or `daily`.
struct DayRange {
  std::size_t first = 0, last = 6;
};
tl::expected<DayRange, std::string> parse_days(std::string_view word) {
  const std::string folded = util::fold_case(word);
  if (folded == kDailyWord) return DayRange{};
  const std::size_t dash = folded.find('-');
  const auto first = find_weekday(std::string_view(folded).substr(0, dash));
  const auto last = dash == std::string::npos ? first : find_weekday(std::string_view(folded).substr(dash + 1));
  if (first && last && *first <= *last) return DayRange{*first, *last};
  return unexpected(fmt::format("'{}' names no days: write mon-fri, sat or daily, before their hours", word));
}

}  // namespace

tl::expected<std::vector<Hours>, std::string> parse_day(std::string_view text) {
  std::vector<Hours> hours;
  if (util::fold_case(util::trim(text)) == kClosedWord) return hours;
  for (const std::string& word : util::split(util::trim(text), ' ')) {
    if (word.empty()) continue;
    const auto parsed = calendar::parse_hours(word);
    if (!parsed) return unexpected(parsed.error());
    hours.push_back(*parsed);
  }
  if (hours.empty()) return unexpected(std::string("hours are missing: write 09:00-17:00, or closed"));
  return hours;
}

tl::expected<Week, std::string> parse_week(std::string_view text) {
  Week week;
  for (const std::string& part : util::split(text, ',')) {
    const std::string_view trimmed = util::trim(part);
    if (trimmed.empty()) return unexpected(std::string("a part of it is empty: write mon-fri 09:00-17:00"));
    const std::size_t blank = trimmed.find(' ');
    const auto days = parse_days(trimmed.substr(0, blank));
    if (!days) return unexpected(days.error());
    const auto hours = parse_day(blank == std::string_view::npos ? std::string_view() : trimmed.substr(blank));
    if (!hours) return unexpected(fmt::format("'{}': {}", trimmed, hours.error()));
    for (std::size_t day = days->first; day <= days->last; ++day)
      week[day].insert(week[day].end(), hours->begin(), hours->end());
  }
  return week;
}

std::string format_day(const std::vector<Hours>& hours) {
  if (hours.empty()) return std::string(kClosedWord);
  std::vector<std::string> texts;
  texts.reserve(hours.size());
  for (const Hours& each : hours) texts.push_back(calendar::format_hours(each));
  return util::join(texts, " ");
}

std::string format_week(const Week& week) {
  std::vector<std::string> parts;
  for (std::size_t day = 0; day < week.size();) {
    std::size_t last = day;
    while (last + 1 < week.size() && week[last + 1] == week[day]) ++last;
    if (!week[day].empty()) {
      std::string days =
          last == day ? std::string(kWeekdays[day]) : fmt::format("{}-{}", kWeekdays[day], kWeekdays[last]);
      if (day == 0 && last + 1 == week.size()) days = kDailyWord;
      parts.push_back(fmt::format("{} {}", days, format_day(week[day])));
    }
    day = last + 1;
  }
  return util::join(parts, ", ");
}

}  // namespace crmtrack::policy
