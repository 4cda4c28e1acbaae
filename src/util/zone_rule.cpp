#include "util/zone_rule.hpp"

#include <algorithm>
#include <array>

namespace crmtrack::util {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::year;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Reads a rule from left to right; every step says whether it was there.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  [[nodiscard]] bool at_end() const { return text_.empty(); }
  [[nodiscard]] bool at(char c) const { return text_.starts_with(c); }
  bool skip(char c) {
    if (!at(c)) return false;
    text_.remove_prefix(1);
    return true;
  }

  /// `CET`, `<+0330>`.
  bool skip_name() {
    if (skip('<')) {
      const auto end = text_.find('>');
      text_.remove_prefix(std::min(end, text_.size()));
      return skip('>');
    }
    const auto end = std::find_if_not(text_.begin(), text_.end(), is_letter);
    const auto length = static_cast<std::size_t>(end - text_.begin());
    text_.remove_prefix(length);
    return length >= 3;
  }

  std::optional<unsigned> number(unsigned most) {
    unsigned value = 0;
    std::size_t length = 0;
    for (; length < text_.size() && length < 3 && is_digit(text_[length]); ++length)
      value = value * 10 + static_cast<unsigned>(text_[length] - '0');
    text_.remove_prefix(length);
    return length > 0 && value <= most ? std::optional(value) : std::nullopt;
  }

  /// `1`, `-3:30`, `+02:00:00`; hours to 167, as files of zones have them.
  std::optional<seconds> time() {
    const bool negative = at('-');
    if (negative || at('+')) text_.remove_prefix(1);
    seconds sum{0};
    seconds unit = hours(1);
    for (const unsigned most : {167U, 59U, 59U}) {
      const auto value = number(most);
      if (!value) return std::nullopt;
      sum += *value * unit;
      unit /= 60;
      if (!skip(':')) break;
    }
    return negative ? -sum : sum;
  }

  /// `,M3.5.0/3`, `,J60`, `,59`.
  std::optional<ZoneRule::Change> change() {
    ZoneRule::Change change;
    if (!skip(',') || !day(change)) return std::nullopt;
    if (skip('/')) {
      const auto at_time = time();
      if (!at_time) return std::nullopt;
      change.time = *at_time;
    }
    return change;
  }

 private:
  bool day(ZoneRule::Change& change) {
    using Kind = ZoneRule::Change::Kind;
    if (!skip('M')) {
      change.kind = skip('J') ? Kind::julian : Kind::day_of_year;
      const auto value = number(365);
      change.day = value.value_or(0);
      return value && (change.kind == Kind::day_of_year || *value > 0);
    }
    const auto month = number(12);
    const auto week = skip('.') ? number(5) : std::nullopt;
    const auto weekday = skip('.') ? number(6) : std::nullopt;
    change.month = month.value_or(0);
    change.week = week.value_or(0);
    change.day = weekday.value_or(0);
    return weekday && change.month > 0 && change.week > 0;
  }

  std::string_view text_;
};

sys_days date_of(const ZoneRule::Change& change, year y) {
  using Kind = ZoneRule::Change::Kind;
  const sys_days first(y / 1 / 1);
  switch (change.kind) {
    case Kind::day_of_year:
      return first + days(change.day);
    case Kind::julian:
      return first + days(change.day - 1 + (y.is_leap() && change.day >= 60 ? 1 : 0));
    case Kind::weekday:
      break;
  }
  const std::chrono::weekday weekday(change.day);
  const auto month = y / std::chrono::month(change.month);
  return change.week == 5 ? sys_days(month / weekday[std::chrono::last]) : sys_days(month / weekday[change.week]);
}

/// RFC 3339 and Git have no offset of a day or more.
bool is_offset(seconds west) { return std::chrono::abs(west) < hours(24); }

/// Such as POSIX leaves to the system, for `EST5EDT`.
constexpr std::string_view kUsualChanges = ",M3.2.0,M11.1.0";

}  // namespace

std::optional<ZoneRule> ZoneRule::parse(std::string_view text) {
  Reader reader(text);
  ZoneRule rule;
  const auto west = reader.skip_name() ? reader.time() : std::nullopt;  // POSIX counts hours west of Greenwich
  if (!west || !is_offset(*west)) return std::nullopt;
  rule.standard_ = -*west;
  if (reader.at_end()) return rule;
  rule.has_summer_ = true;
  if (!reader.skip_name()) return std::nullopt;
  const auto summer_west = reader.at(',') || reader.at_end() ? std::optional(*west - hours(1)) : reader.time();
  Reader changes = reader.at_end() ? Reader(kUsualChanges) : reader;
  const auto to_summer = changes.change();
  const auto to_standard = changes.change();
  if (!summer_west || !is_offset(*summer_west) || !to_summer || !to_standard || !changes.at_end()) return std::nullopt;
  rule.summer_ = -*summer_west;
  rule.to_summer_ = *to_summer;
  rule.to_standard_ = *to_standard;
  return rule;
}

ZoneSpan ZoneRule::span_at(Instant time) const {
  if (!has_summer_) return {Instant::min(), Instant::max(), standard_};
  struct Step {
    Instant at;
    seconds offset;
  };
  const std::chrono::year_month_day day(std::chrono::floor<days>(time));
  std::array<Step, 6> steps{};
  std::size_t count = 0;
  for (int i = -1; i <= 1; ++i) {
    const year y = day.year() + std::chrono::years(i);
    steps[count++] = {date_of(to_summer_, y) + to_summer_.time - standard_, summer_};
    steps[count++] = {date_of(to_standard_, y) + to_standard_.time - summer_, standard_};
  }
  std::stable_sort(
      steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.at < b.at; });
  const auto next = std::find_if(steps.begin() + 1, steps.end() - 1, [&](const Step& step) { return step.at > time; });
  return {(next - 1)->at, next->at, (next - 1)->offset};
}

}  // namespace crmtrack::util
