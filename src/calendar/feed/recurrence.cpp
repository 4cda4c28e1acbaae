#include "calendar/feed/recurrence.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "util/text/parts.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::calendar {

namespace {

constexpr std::size_t kLongestRule = 1000;
/// A rule without an end may give a day for each day asked, and no more.
constexpr std::size_t kMostStarts = 366 * (kMostFeedYears + 2);
constexpr int kFirstYear = 1583;       // the first whole year of the Gregorian calendar
constexpr int kLastIcalYear = 2582;    // libical looks no further
constexpr std::int64_t kOneStart = 9;  // units of the budget

std::string in_capitals(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return result;
}

bool is_one_of(std::string_view word, const std::array<std::string_view, 5>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// The day after a date, for libical: an end that leaves what is asked alone, and that stops it.
icaltimetype stop_after(std::chrono::year_month_day last) {
  const std::chrono::year_month_day date(std::chrono::sys_days(last) + std::chrono::days(1));
  icaltimetype stop{};
  stop.year = int(date.year());
  stop.month = static_cast<int>(unsigned(date.month()));
  stop.day = static_cast<int>(unsigned(date.day()));
  stop.is_date = 1;
  return stop;
}

bool is_none(const icaltimetype& time) { return time.year == 0 && time.month == 0 && time.day == 0; }

/// UNTIL takes its own day in, except where both it and the series have times.
bool is_behind(const FeedTime& start, const icaltimetype& until, const util::Zone& zone) {
  const auto shown = to_wall(start, zone);
  if (!shown) return true;
  if (until.is_date != 0 || start.written.is_date != 0) return shown->date > date_of(until);
  const auto end = to_wall({until, start.zone}, zone);
  return !end || shown->date + shown->time > end->date + end->time;
}

/// The work of libical for the years from one to another: it goes through all days, weeks, months or years of a rule.
std::int64_t cost_of(const icalrecurrencetype& rule, int from, int to) {
  const std::int64_t years = std::max(0, to - from) + 1;
  if (rule.freq == ICAL_DAILY_RECURRENCE) return years * 2200;
  if (rule.freq == ICAL_WEEKLY_RECURRENCE) return years * 550;
  return years * (rule.freq == ICAL_MONTHLY_RECURRENCE ? 2100 : 300);
}

/// Goes through the starts of one rule.
class Unfolding {
 public:
  Unfolding(const FeedTime& start, const icalrecurrencetype& rule, YearRange years, UnfoldBudget& budget)
      : rule_(rule), years_(years), budget_(budget), from_(start.written.year) {
    rule_.until = stop_after(std::chrono::year(years.last + 1) / 1 / 1);  // a day of UTC may be one of the year before
    iterator_.reset(ical().icalrecur_iterator_new(rule_, start.written));
    if (iterator_) skip_past(start.written);
    charge(cost_of(rule_, from_, iterator_ ? years.last + 1 : kLastIcalYear));
  }

  [[nodiscard]] bool has_iterator() const { return iterator_ != nullptr; }
  [[nodiscard]] bool is_spent() const { return budget_.left < 0; }

  /// The next start; none at the end.
  std::optional<icaltimetype> next() {
    const icaltimetype start = ical().icalrecur_iterator_next(iterator_.get());
    charge(kOneStart);
    if (is_first_) charge(cost_of(rule_, from_, is_none(start) ? kLastIcalYear : start.year));
    is_first_ = false;
    return is_none(start) || start.year > years_.last + 1 ? std::nullopt : std::optional(start);
  }

 private:
  /// A series of a century need not be gone through, unless its starts are counted or every n-th one is left out.
  void skip_past(icaltimetype start) {
    const int first = years_.first - 1;
    if (rule_.count != 0 || rule_.interval != 1 || start.year >= first) return;
    start.year = first;
    start.month = 1;
    start.day = 1;
    from_ = first;
    if (ical().icalrecur_iterator_set_start(iterator_.get(), start) == 0) iterator_.reset();
  }

  void charge(std::int64_t units) { budget_.left -= units; }

  icalrecurrencetype rule_;
  YearRange years_;
  UnfoldBudget& budget_;
  IcalIterator iterator_;
  int from_;
  bool is_first_ = true;
};

}  // namespace

std::string fault_of_rule(std::string_view rule) {
  constexpr std::array<std::string_view, 5> kTooOften{"SECONDLY", "MINUTELY", "HOURLY", "", ""};
  constexpr std::array<std::string_view, 5> kRefused{"BYHOUR", "BYMINUTE", "BYSECOND", "RSCALE", "SKIP"};
  if (rule.size() > kLongestRule) return fmt::format("its rule is longer than {} characters", kLongestRule);
  for (const std::string& part : util::split(in_capitals(rule), ';')) {
    const auto equals = part.find('=');
    const std::string name = part.substr(0, equals);
    const std::string value = equals == std::string::npos ? "" : part.substr(equals + 1);
    if (name == "FREQ" && is_one_of(value, kTooOften)) return "its rule repeats within a day";
    if (is_one_of(name, kRefused))
      return fmt::format("its rule has a part that holidays do not have: {}", util::visible_line(name));
  }
  return {};
}

tl::expected<std::vector<icaltimetype>, std::string> unfold(const FeedTime& start, icalrecurrencetype rule,
                                                            YearRange years, const util::Zone& zone,
                                                            UnfoldBudget& budget) {
  using Failed = tl::unexpected<std::string>;
  if (start.written.year < kFirstYear) return Failed(fmt::format("its series begins before {}", kFirstYear));
  const Failed too_much("the rules of the file ask for too much");
  std::vector<icaltimetype> starts;
  if (budget.left < 0) return too_much;
  if (start.written.year > years.last + 1) return starts;
  Unfolding unfolding(start, rule, years, budget);
  if (!unfolding.has_iterator()) return Failed("its rule gives no day, or is one that libical cannot unfold");
  while (const auto next = unfolding.next()) {
    if (!is_none(rule.until) && is_behind({*next, start.zone}, rule.until, zone)) break;
    if (unfolding.is_spent() || starts.size() == kMostStarts) return too_much;
    if (next->year >= years.first - 1) starts.push_back(*next);
  }
  return starts;
}

}  // namespace crmtrack::calendar
