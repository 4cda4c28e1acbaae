#include "calendar/feed/holiday_changes.hpp"

#include <doctest/doctest.h>

#include "plans.hpp"

using namespace crmtrack::calendar;
using namespace crmtrack::calendar::testing;
using namespace std::chrono_literals;

namespace {

FeedDay whole(std::string_view first, std::string_view last, std::string summary, std::size_t line = 1) {
  return {line, std::move(summary), date(first), date(last), std::nullopt, {}};
}

FeedDay part(std::string_view day, std::chrono::seconds from, std::chrono::seconds to, std::string summary) {
  return {1, std::move(summary), date(day), date(day), WallSpan{from, to}, {}};
}

std::string shown_of(const std::vector<HolidayChange>& changes) {
  std::string text;
  for (const HolidayChange& change : changes) {
    text += crmtrack::util::format_date(std::chrono::year_month_day(change.date)) + " " + change.text;
    if (change.kind == HolidayChange::Kind::exception) text += " open";
    for (const Hours& one : change.hours) text += " " + format_hours(one);
    text += "\n";
  }
  return text;
}

std::string shown_of(const std::vector<YearDifference>& differences) {
  std::string text;
  for (const YearDifference& one : differences)
    text += crmtrack::util::format_date(std::chrono::year_month_day(one.date)) + " " + one.text + "\n";
  return text;
}

}  // namespace

TEST_CASE("a closed part is taken out of the hours of a day") {
  const auto left = [](std::initializer_list<std::string_view> texts, std::chrono::seconds from,
                       std::chrono::seconds to) {
    std::string text;
    for (const Hours& one : hours_without(hours(texts), {{from, to}})) text += format_hours(one) + " ";
    return text;
  };
  CHECK(left({"09:00-17:00"}, 14h, 24h) == "09:00-14:00 ");
  CHECK(left({"09:00-12:00", "13:00-17:00"}, 12h, 24h) == "09:00-12:00 ");
  CHECK(left({"09:00-17:00"}, 12h, 13h) == "09:00-12:00 13:00-17:00 ");
  CHECK(left({"09:00-17:00"}, 0h, 24h) == "");
  CHECK(left({"09:00-17:00"}, 18h, 24h) == "09:00-17:00 ");
  CHECK(left({"22:00-06:00"}, 23h, 24h) == "22:00-23:00 ");
  CHECK(left({"22:00-06:00"}, 0h, 23h) == "23:00-06:00 ");
  CHECK(left({"20:00-24:00"}, 0h, 21h) == "21:00-24:00 ");
}

TEST_CASE("a feed adds holidays and exceptions to a plan, and says what it knows already") {
  Plan plan = working_week({"09:00-17:00"});
  plan.holidays[date("2026-01-01")] = "New Year's Day";
  plan.holidays[date("2026-05-25")] = "Whit Monday";
  plan.holidays[date("2026-06-15")] = "Proclaimed";
  plan.exceptions[date("2026-12-31")] = {hours({"10:00-11:00"}), "stocktaking"};
  HolidayFeed feed;
  feed.days = {whole("2026-01-01", "2026-01-01", "New Year's Day"),
               whole("2026-05-25", "2026-05-25", "Spring bank holiday"),
               whole("2026-12-25", "2026-12-26", "Christmas", 7),
               whole("2026-12-26", "2026-12-26", "Boxing Day", 9),
               part("2026-12-24", 14h, 24h, "Christmas Eve"),
               part("2026-12-31", 14h, 24h, "New Year's Eve"),
               part("2026-12-27", 14h, 24h, "Sunday"),
               part("2026-12-25", 14h, 24h, "Hidden"),
               part("2026-06-15", 14h, 24h, "On a holiday")};
  const HolidayChanges changes = changes_by(feed, plan, {2026, 2026});
  CHECK(shown_of(changes.added) ==
        "2026-12-24 Christmas Eve open 09:00-14:00\n2026-12-25 Christmas\n2026-12-26 Christmas; Boxing Day\n");
  CHECK(shown_of(changes.retold) == "2026-05-25 Spring bank holiday\n");
  CHECK(shown_of(changes.known) == "2026-01-01 New Year's Day\n");
  CHECK(shown_of(changes.only_in_plan) == "2026-06-15 Proclaimed\n");
  CHECK(changes.without_effect == std::vector<NotTaken>{{1, "On a holiday", "the date is a holiday already"},
                                                        {1, "Sunday", "nothing is open at its hours"},
                                                        {1, "New Year's Eve", "the date has an exception of its own"}});
  const Plan after = with_changes(plan, changes);
  CHECK(after.holidays.size() == 5);
  CHECK(after.holidays.at(date("2026-06-15")) == "Proclaimed");
  CHECK(after.exceptions.at(date("2026-12-24")) == Exception{hours({"09:00-14:00"}), "Christmas Eve"});
  CHECK(after.exceptions.at(date("2026-12-31")).text == "stocktaking");
  const HolidayChanges again = changes_by(feed, after, {2026, 2026});
  CHECK(again.added.empty());
  CHECK(again.retold.empty());
}

TEST_CASE("a year is compared with the one before it") {
  Plan plan = working_week({"09:00-17:00"});
  plan.holidays[date("2026-01-01")] = "New Year's Day";
  plan.holidays[date("2026-06-15")] = "World Cup (Scotland)";
  HolidayFeed feed;
  feed.days = {whole("2027-01-01", "2027-01-01", "NEW YEAR'S DAY"),
               whole("2027-12-27", "2027-12-27", "Christmas Day (substitute day)")};
  const HolidayChanges changes = changes_by(feed, plan, {2027, 2027});
  CHECK(shown_of(changes.new_this_year) == "2027-12-27 Christmas Day (substitute day)\n");
  CHECK(shown_of(changes.gone_since_last_year) == "2026-06-15 World Cup (Scotland)\n");
  CHECK(changes_by(feed, working_week({"09:00-17:00"}), {2027, 2027}).new_this_year.empty());
}
