#include "util/text/number_like.hpp"

#include <algorithm>
#include <array>

namespace crmtrack::util {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view kDigits = "0123456789";
constexpr std::size_t kShortestMonth = 3;  // jan
constexpr std::array kMonths{"january"sv, "february"sv, "march"sv,     "april"sv,   "may"sv,      "june"sv,
                             "july"sv,    "august"sv,   "september"sv, "october"sv, "november"sv, "december"sv};

bool is_made_of(std::string_view text, std::string_view characters) {
  return text.find_first_not_of(characters) == std::string_view::npos;
}

/// `0097`, `77e3`: digits, with one `e` at most.
bool is_decimal(std::string_view word) {
  const std::size_t e = word.find('e');
  return is_made_of(word.substr(0, e), kDigits) &&
         (e == std::string_view::npos || is_made_of(word.substr(e + 1), kDigits));
}

bool is_hexadecimal_or_binary(std::string_view word) {
  return (word.starts_with("0x") && is_made_of(word.substr(2), "0123456789abcdef")) ||
         (word.starts_with("0b") && is_made_of(word.substr(2), kDigits));
}

bool begins_month(std::string_view letters) {
  return letters.size() >= kShortestMonth &&
         std::any_of(
             kMonths.begin(), kMonths.end(), [&](std::string_view month) { return month.starts_with(letters); });
}

/// A day with a month's beginning on either side, a year perhaps behind it, or an hour of the day.
bool is_date_or_time(std::string_view word) {
  const std::size_t letters = std::min(word.find_first_not_of(kDigits), word.size());
  const std::size_t behind = std::min(word.find_first_of(kDigits, letters), word.size());
  if (!is_made_of(word.substr(behind), kDigits)) return false;
  const std::string_view word_between = word.substr(letters, behind - letters);
  const bool has_day = letters > 0 || behind < word.size();
  return has_day && (begins_month(word_between) || word_between == "am" || word_between == "pm");
}

}  // namespace

bool is_number_like(std::string_view word) {
  return !word.empty() && (is_decimal(word) || is_hexadecimal_or_binary(word) || is_date_or_time(word));
}

std::size_t plain_length(std::string_view word, std::size_t least) {
  for (std::size_t length = std::max<std::size_t>(least, 1); length <= word.size(); ++length)
    if (!is_number_like(word.substr(0, length))) return length;
  return 0;
}

}  // namespace crmtrack::util
