#include "calendar/feed/half_day.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "util/text/case.hpp"

namespace crmtrack::calendar {

namespace {

using std::chrono::seconds;

constexpr std::array<std::string_view, 12> kHalf{"half day",     "half-day",   "part day",       "part-day",
                                                 "early clos",   "halber tag", "halbtag",        "halbtäg",
                                                 "demi-journée", "medio día",  "mezza giornata", "halve dag"};
constexpr std::array<std::string_view, 8> kFrom{"from ",      "after ",    "ab ",          "nach ",
                                                "closes at ", "close at ", "early close ", "early closing "};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Takes a number of one or two digits off a text; -1 where there is none.
int take_number(std::string_view& text) {
  const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
  if (digits == 0 || digits > 2) return -1;
  int number = 0;
  for (const char c : text.substr(0, digits)) number = number * 10 + (c - '0');
  text.remove_prefix(digits);
  return number;
}

/// `14:00`, `2pm`, `7.30 pm`, `14 uhr` at the start of a text. A bare number is no time, and `1.12.` is a date.
std::optional<seconds> clock_at(std::string_view text) {
  int hour = take_number(text);
  int minute = 0;
  const bool has_minutes = text.size() > 2 && (text[0] == ':' || text[0] == '.') && is_digit(text[1]);
  const bool has_colon = has_minutes && text[0] == ':';
  if (has_minutes) {
    text.remove_prefix(1);
    minute = take_number(text);
  }
  if (text.starts_with(' ')) text.remove_prefix(1);
  const bool is_afternoon = text.starts_with("pm") || text.starts_with("p.m");
  const bool is_morning = text.starts_with("am") || text.starts_with("a.m");
  if (hour < 0 || minute < 0 || minute > 59 || hour > 24) return std::nullopt;
  if (!has_colon && !is_afternoon && !is_morning && !text.starts_with("uhr")) return std::nullopt;
  if ((is_afternoon || is_morning) && (hour < 1 || hour > 12)) return std::nullopt;
  if (is_afternoon || is_morning) hour = hour % 12 + (is_afternoon ? 12 : 0);
  const seconds clock(hour * 3600 + minute * 60);
  return clock < kDay ? std::optional(clock) : std::nullopt;
}

std::optional<seconds> closing_time(std::string_view text) {
  for (const std::string_view word : kFrom)
    for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
      const bool is_word = at == 0 || text[at - 1] == ' ' || text[at - 1] == '(';
      const auto clock = is_word ? clock_at(text.substr(at + word.size())) : std::nullopt;
      if (clock) return clock;
    }
  return std::nullopt;
}

}  // namespace

std::optional<HalfDay> half_day_of(std::string_view summary) {
  const std::string text = util::fold_case(summary);
  if (const auto clock = closing_time(text)) return HalfDay{{*clock, kDay}, true};
  const bool is_half = std::any_of(kHalf.begin(), kHalf.end(),
                                   [&](std::string_view word) { return text.find(word) != std::string::npos; });
  return is_half ? std::optional(HalfDay{{kNoon, kDay}, false}) : std::nullopt;
}

}  // namespace crmtrack::calendar
