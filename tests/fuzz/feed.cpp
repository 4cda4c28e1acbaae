#include "target.hpp"

#include <chrono>

#include "calendar/feed/holiday_changes.hpp"
#include "calendar/feed/holiday_feed.hpp"
#include "util/text/utf8.hpp"

/// Feeds of holidays, with the dates and rules of which libical is handed.
namespace crmtrack::fuzz {
namespace {

constexpr calendar::YearRange kYears{2025, 2027};

bool is_plain_line(std::string_view text) {
  return util::is_valid_utf8(text) && text.find_first_of("\r\n\x1b\t") == std::string_view::npos;
}

void check_day(const calendar::FeedDay& day) {
  const int first = int(std::chrono::year_month_day(day.first).year());
  const int last = int(std::chrono::year_month_day(day.last).year());
  require(day.first <= day.last && first >= kYears.first && last <= kYears.last, "a day outside of the years asked");
  require(day.line > 0 && is_plain_line(day.summary), "a day without a line, or with a text of several");
  if (!day.closed) return;
  require(day.first == day.last, "a half day of several days");
  require(day.closed->from < day.closed->to && day.closed->to <= calendar::kDay,
          "a half day without a part of the day");
}

calendar::Plan office() {
  calendar::Plan plan{"office", util::Zone::utc(), {}, {}, {}};
  plan.week.fill({{std::chrono::hours(9), std::chrono::hours(17)}, {std::chrono::hours(22), std::chrono::hours(6)}});
  plan.holidays[std::chrono::local_days(std::chrono::year(2026) / 12 / 25)] = "Christmas Day";
  return plan;
}

/// A feed that was taken has nothing to add the second time.
void check_changes(const calendar::HolidayFeed& feed) {
  const calendar::Plan before = office();
  const calendar::Plan after = with_changes(before, changes_by(feed, before, kYears));
  const calendar::HolidayChanges again = changes_by(feed, after, kYears);
  require(again.added.empty() && again.retold.empty(), "a feed that adds to what it gave");
}

}  // namespace

void try_feed(std::string_view text) {
  const auto feed = calendar::read_holiday_feed(text, kYears, util::Zone::utc());
  if (!feed) return require(!feed.error().message.empty(), "a fault that says nothing");
  for (const calendar::FeedDay& day : feed->days) check_day(day);
  for (const calendar::NotTaken& one : feed->not_taken)
    require(one.line > 0 && !one.why.empty() && is_plain_line(one.summary), "an event refused without a reason");
  check_changes(*feed);
}

}  // namespace crmtrack::fuzz
