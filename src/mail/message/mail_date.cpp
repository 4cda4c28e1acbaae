#include "mail/message/mail_date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "util/text/case.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::mail {

namespace {

using std::chrono::minutes;

constexpr std::size_t kLongestDate = 200;
constexpr minutes kHour{60};

struct NamedZone {
  std::string_view name;
  minutes offset;
};
/// The names that mean one offset, by RFC 5322 or by use. IST and its like mean several, and are left out.
constexpr std::array kZones{
    NamedZone{"ut", minutes{0}},   NamedZone{"utc", minutes{0}},  NamedZone{"gmt", minutes{0}},
    NamedZone{"z", minutes{0}},    NamedZone{"wet", minutes{0}},  NamedZone{"west", kHour},
    NamedZone{"bst", kHour},       NamedZone{"cet", kHour},       NamedZone{"met", kHour},
    NamedZone{"cest", 2 * kHour},  NamedZone{"mest", 2 * kHour},  NamedZone{"mesz", 2 * kHour},
    NamedZone{"mez", kHour},       NamedZone{"eet", 2 * kHour},   NamedZone{"eest", 3 * kHour},
    NamedZone{"msk", 3 * kHour},   NamedZone{"jst", 9 * kHour},   NamedZone{"kst", 9 * kHour},
    NamedZone{"est", -5 * kHour},  NamedZone{"edt", -4 * kHour},  NamedZone{"cdt", -5 * kHour},
    NamedZone{"cst", -6 * kHour},  NamedZone{"mst", -7 * kHour},  NamedZone{"mdt", -6 * kHour},
    NamedZone{"pst", -8 * kHour},  NamedZone{"pdt", -7 * kHour},  NamedZone{"aest", 10 * kHour},
    NamedZone{"aedt", 11 * kHour}, NamedZone{"nzst", 12 * kHour}, NamedZone{"nzdt", 13 * kHour}};

std::optional<int> whole_number(std::string_view text) {
  int number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc() || end != text.data() + text.size() || number < 0) return std::nullopt;
  return number;
}

std::optional<unsigned> month_of(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths{"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};
  const auto found = std::ranges::find(kMonths, word.substr(0, 3));
  if (word.size() < 3 || found == kMonths.end()) return std::nullopt;
  return static_cast<unsigned>(found - kMonths.begin()) + 1;
}

/// The words of a date in lower case, comments in brackets left out, commas as blanks.
std::vector<std::string> words_of_date(std::string_view text) {
  std::vector<std::string> words(1);
  int depth = 0;
  for (const char c : util::to_lower_ascii(text.substr(0, kLongestDate))) {
    if (c == '(') ++depth;
    if (c == ')') depth = std::max(0, depth - 1);
    const bool separates = c == ' ' || c == ',' || c == '\t' || c == '(' || c == ')' || depth > 0;
    if (!separates)
      words.back() += c;
    else if (!words.back().empty())
      words.emplace_back();
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

/// `+0100`, `+01:00`, `-05`.
std::optional<minutes> numeric_offset(std::string_view text) {
  if (text.size() < 3 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  std::string digits;
  for (const char c : text.substr(1))
    if (c != ':') digits += c;
  if (digits.size() == 1 || digits.size() == 3) digits.insert(0, 1, '0');
  if (digits.size() == 2) digits += "00";
  const auto number = digits.size() == 4 ? whole_number(digits) : std::nullopt;
  if (!number || *number / 100 > 14 || *number % 100 > 59) return std::nullopt;
  const minutes offset = *number / 100 * kHour + minutes{*number % 100};
  return text[0] == '-' ? -offset : offset;
}

std::optional<minutes> offset_of(std::string_view zone) {
  if (const auto offset = numeric_offset(zone)) return offset;
  for (const NamedZone& named : kZones)
    if (named.name == zone) return named.offset;
  for (const std::string_view utc : {"gmt", "utc"})
    if (zone.starts_with(utc)) return numeric_offset(zone.substr(utc.size()));
  return std::nullopt;
}

/// `09:12:00` or `9:12`, as seconds of the day; a leap second is the one before it.
std::optional<std::chrono::seconds> time_of_day(std::string_view text) {
  const std::vector<std::string> parts = util::split(text, ':');
  if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
  const auto hours = whole_number(parts[0]), mins = whole_number(parts[1]);
  const auto secs = parts.size() == 3 ? whole_number(parts[2].substr(0, parts[2].find('.'))) : std::optional(0);
  if (!hours || !mins || !secs || *hours > 23 || *mins > 59 || *secs > 60) return std::nullopt;
  return std::chrono::hours(*hours) + minutes(*mins) + std::chrono::seconds(std::min(*secs, 59));
}

std::optional<int> year_of(std::string_view text) {
  const auto number = whole_number(text);
  if (!number || text.size() < 2 || text.size() > 4) return std::nullopt;
  constexpr int kFirstOfTwoDigits = 70;
  if (text.size() == 2) return *number + (*number < kFirstOfTwoDigits ? 2000 : 1900);
  return text.size() == 3 ? *number + 1900 : *number;
}

/// The parts of a date, each where it was found.
struct DateParts {
  std::optional<int> year;
  std::optional<unsigned> month, day;
  std::optional<std::chrono::seconds> time;
  std::optional<minutes> offset;
  bool is_strange = false;  ///< a word that is none of these
};

void take_word(const std::string& word, DateParts& parts) {
  constexpr std::array<std::string_view, 7> kDays{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  if (!parts.time && word.find(':') != std::string::npos && word[0] != '+' && word[0] != '-') {
    parts.time = time_of_day(word);
    if (!parts.time) parts.is_strange = true;
  } else if (const auto month = month_of(word); month && !parts.month) {
    parts.month = month;
  } else if (parts.time && !parts.offset && offset_of(word)) {
    parts.offset = offset_of(word);
  } else if (const auto number = whole_number(word)) {
    if (!parts.day && word.size() <= 2)
      parts.day = static_cast<unsigned>(*number);
    else if (!parts.year)
      parts.year = year_of(word);
    else
      parts.is_strange = true;
  } else if (!std::ranges::any_of(kDays, [&](std::string_view day) { return word.starts_with(day); })) {
    parts.is_strange = true;
  }
}

std::optional<util::Timestamp> newest_received(const Headers& headers) {
  for (const std::string_view received : headers.all("received")) {
    const std::size_t mark = received.rfind(';');
    if (mark == std::string_view::npos) continue;
    if (const auto at = parse_mail_date(received.substr(mark + 1))) return at;
  }
  return std::nullopt;
}

}  // namespace

std::optional<util::Timestamp> parse_mail_date(std::string_view text) {
  DateParts parts;
  for (const std::string& word : words_of_date(text)) take_word(word, parts);
  if (parts.is_strange || !parts.year || !parts.month || !parts.day || !parts.time || !parts.offset)
    return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*parts.year}, std::chrono::month{*parts.month},
                                         std::chrono::day{*parts.day}};
  if (!date.ok() || *parts.year < 1970) return std::nullopt;
  return util::Timestamp{std::chrono::sys_days(date) + *parts.time - *parts.offset, *parts.offset};
}

MailDate date_of(const Headers& headers) {
  const auto stated = parse_mail_date(headers.find("date"));
  const auto received = newest_received(headers);
  if (!stated && !headers.has("date")) return {received, received ? "the mail has no Date" : std::string()};
  if (!stated) return {received, "its Date cannot be read"};
  if (received && stated->utc > received->utc + std::chrono::days(1))
    return {received, "its Date is after its receipt"};
  return {stated, {}};
}

}  // namespace crmtrack::mail
