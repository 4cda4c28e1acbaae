#include "calendar/feed/holiday_feed.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "calendar/feed/half_day.hpp"
#include "util/text/case.hpp"

namespace crmtrack::calendar {

namespace {

using std::chrono::days;
using std::chrono::seconds;

constexpr std::size_t kMostFeedDays = 50000;  // entries of one feed

/// Whole days of a feed that are written with a time: a span from midnight to midnight, or one as long that begins at
/// another hour. Such a one that begins after noon is a day of a calendar whose days begin at sunset: the next date is
/// meant.
Date first_whole_day(const WallTime& start) { return start.time >= kNoon ? start.date + days(1) : start.date; }

/// Where an event of less than a day, or of days and a part, closes a date.
std::optional<WallSpan> closed_on(Date date, const WallTime& start, seconds length) {
  const auto midnight = std::chrono::local_seconds(date);
  const auto from = std::max(start.date + start.time, midnight) - midnight;
  const auto to = std::min(start.date + start.time + length, midnight + kDay) - midnight;
  return from < to ? std::optional(WallSpan{from, to}) : std::nullopt;
}

/// Turns events into days.
class DayCollector {
 public:
  DayCollector(YearRange years, HolidayFeed& feed) : years_(years), feed_(feed) {}

  /// Whether some day of an event lies in the years asked.
  [[nodiscard]] bool is_asked(const FeedEvent& event) const {
    return std::any_of(
        event.starts.begin(), event.starts.end(),
        [&](const WallTime& start) {
          const seconds length = std::max(event.length, seconds(1));
          const Date last = std::chrono::floor<days>(start.date + start.time + length - seconds(1));
          return last >= first_asked() && start.date <= last_asked();
        });
  }

  void add_event(const FeedEvent& event, const std::set<Date>& replaced) {
    was_refused_ = false;
    for (const WallTime& start : event.starts)
      if ((event.replaces || !replaced.contains(start.date)) && !is_full()) add(event, start);
  }

  void refuse(std::size_t line, std::string summary, std::string why) {
    feed_.not_taken.push_back({line, std::move(summary), std::move(why)});
  }

  [[nodiscard]] bool is_full() const { return feed_.days.size() > kMostFeedDays; }

 private:
  void add(const FeedEvent& event, const WallTime& start) {
    if (event.length == seconds(0) && start.time != seconds(0)) return refuse_once(event, "it has no length");
    const seconds length = event.length == seconds(0) ? kDay : event.length;
    if (length > days(kLongestSpan))
      return refuse_once(event, fmt::format("it lasts longer than {} days", kLongestSpan));
    if (length % kDay == seconds(0))
      add_whole_days(event, first_whole_day(start), length / kDay);
    else
      add_parts(event, start, length);
  }

  void add_whole_days(const FeedEvent& event, Date first, std::int64_t count) {
    const auto half = event.is_whole_days && count == 1 ? half_day_of(event.summary) : std::nullopt;
    if (half)
      return push({event.line, event.summary, first, first, half->closed,
                   half->has_time ? "a part of the day by its text"
                                  : "a half day by its text, which names no time: closed from noon on"});
    push({event.line, event.summary, first, first + days(count - 1), std::nullopt, {}});
  }

  /// Each date that is touched by itself: the first and the last may be closed in part.
  void add_parts(const FeedEvent& event, const WallTime& start, seconds length) {
    const auto end = start.date + start.time + length;
    for (Date date = start.date; std::chrono::local_seconds(date) < end && !is_full(); date += days(1)) {
      auto closed = closed_on(date, start, length);
      if (closed && *closed == WallSpan{seconds(0), kDay}) closed.reset();
      push({event.line, event.summary, date, date, closed, {}});
    }
  }

  /// Cuts a span at the years asked.
  void push(FeedDay day) {
    day.first = std::max(day.first, first_asked());
    day.last = std::min(day.last, last_asked());
    if (day.first <= day.last && !is_full()) feed_.days.push_back(std::move(day));
  }

  void refuse_once(const FeedEvent& event, std::string why) {
    if (!was_refused_) refuse(event.line, event.summary, std::move(why));
    was_refused_ = true;
  }

  [[nodiscard]] Date first_asked() const { return Date(std::chrono::year(years_.first) / 1 / 1); }
  [[nodiscard]] Date last_asked() const { return Date(std::chrono::year(years_.last) / 12 / 31); }

  YearRange years_;
  HolidayFeed& feed_;
  bool was_refused_ = false;
};

/// Google's feeds list days that are no holidays among those that are, and say so in the first line of the text.
bool is_observance(const FeedEvent& event) { return event.description.starts_with("Observance"); }

/// Some feeds list the days on which people work to make up for a holiday, as Chinese ones do. A `non-working day` is
/// none.
bool is_working_day(const FeedEvent& event) {
  static constexpr std::array<std::string_view, 4> kChinese{"补班", "上班", "（班）", "(班)"};
  const auto stands_in = [&](std::string_view word) { return event.summary.find(word) != std::string::npos; };
  if (std::any_of(kChinese.begin(), kChinese.end(), stands_in)) return true;
  const std::string folded = util::fold_case(event.summary);
  for (const std::string_view word : {"working day", "workday", "work day"}) {
    const std::size_t at = folded.find(word);
    if (at == std::string::npos) continue;
    const std::string before = folded.substr(0, at);
    if (!before.ends_with("non-") && !before.ends_with("non ") && !before.ends_with("non")) return true;
  }
  return false;
}

/// The days of each series that another event of the same UID replaces or cancels.
std::map<std::string, std::set<Date>> replaced_days(const std::vector<FeedEvent>& events) {
  std::map<std::string, std::set<Date>> replaced;
  for (const FeedEvent& event : events)
    if (event.replaces && !event.uid.empty()) replaced[event.uid].insert(*event.replaces);
  return replaced;
}

void sort_feed(HolidayFeed& feed) {
  const auto key = [](const FeedDay& day) { return std::tie(day.first, day.last, day.line); };
  std::stable_sort(
      feed.days.begin(), feed.days.end(), [&](const FeedDay& a, const FeedDay& b) { return key(a) < key(b); });
  std::stable_sort(feed.not_taken.begin(), feed.not_taken.end(),
                   [](const NotTaken& a, const NotTaken& b) { return a.line < b.line; });
}

}  // namespace

tl::expected<HolidayFeed, FeedFault> read_holiday_feed(std::string_view text, YearRange years, const util::Zone& zone) {
  const auto raw = split_feed(text);
  if (!raw) return tl::unexpected(raw.error());
  HolidayFeed feed;
  DayCollector collector(years, feed);
  UnfoldBudget budget;
  std::vector<FeedEvent> events;
  for (const RawEvent& one : raw->events)
    if (auto event = read_event(one, years, zone, budget))
      events.push_back(std::move(*event));
    else
      collector.refuse(one.line, summary_of(one), event.error());
  const auto replaced = replaced_days(events);
  for (const FeedEvent& event : events) {
    const auto of_series = replaced.find(event.uid);
    if (!collector.is_asked(event))
      ++feed.outside;
    else if (event.is_cancelled || raw->is_cancelled)
      collector.refuse(event.line, event.summary, "it is cancelled");
    else if (is_observance(event))
      collector.refuse(event.line, event.summary, "it is an observance, no public holiday");
    else if (is_working_day(event))
      collector.refuse(event.line, event.summary, "by its text people work on it");
    else
      collector.add_event(event, of_series == replaced.end() ? std::set<Date>() : of_series->second);
    if (collector.is_full())
      return tl::unexpected(FeedFault{event.line, fmt::format("the file gives more than {} days", kMostFeedDays)});
  }
  sort_feed(feed);
  return feed;
}

}  // namespace crmtrack::calendar
