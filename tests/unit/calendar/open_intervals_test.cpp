#include <doctest/doctest.h>

#include <chrono>

#include "plans.hpp"

using namespace crmtrack::calendar;
using namespace crmtrack::calendar::testing;
using namespace std::chrono_literals;

namespace {

/// The open intervals of a date in UTC: `07:30-08:00 09:00-10:00`.
std::string opened(const Plan& plan, std::string_view day) {
  std::string text;
  for (const OpenSpan& span : open_on(plan, date(day))) {
    const std::string from = crmtrack::util::format_utc(span.from);
    const std::string to = crmtrack::util::format_utc(span.to);
    text += (text.empty() ? "" : " ") + from.substr(5, 11) + "/" + to.substr(5, 11);
  }
  return text;
}

std::string wrong(std::string_view text) { return parse_hours(text).error(); }

}  // namespace

TEST_CASE("hours are read and written") {
  for (const char* text : {"09:00-17:30", "22:00-06:00", "00:00-24:00", "00:00-00:00", "18:00-24:00"})
    CHECK(format_hours(*parse_hours(text)) == text);
  CHECK(format_hours({1h, 1h + 90s}) == "01:00-01:01:30");
  for (const char* text : {"", "9-17", "9:00-17:00", "09:00", "09:00-", "-17:00", "24:00-06:00", "09:60-10:00",
                           "09:00-24:01", "09:00-25:00", "09:00-17:00 ", "0900-1700", "09:00-17:00-18:00"})
    CHECK_MESSAGE(!parse_hours(text), text);
  CHECK(wrong("9-17") == "'9-17' is no interval of the day: write it as 09:00-17:30");
  CHECK(wrong("\x1b[2J") == "'\\x1b[2J' is no interval of the day: write it as 09:00-17:30");
}

TEST_CASE("overlapping and touching hours are one") {
  CHECK(merge_hours(hours({"13:00-17:00", "09:00-12:00"})) == std::vector<WallSpan>{{9h, 12h}, {13h, 17h}});
  CHECK(merge_hours(hours({"09:00-12:00", "12:00-17:00", "10:00-11:00"})) == std::vector<WallSpan>{{9h, 17h}});
  CHECK(merge_hours(hours({"22:00-06:00", "23:00-24:00"})) == std::vector<WallSpan>{{22h, 30h}});
  CHECK(merge_hours({}).empty());
}

TEST_CASE("an interval is resolved on its own date") {
  const Plan day = every_day({"09:00-17:00"});
  CHECK(opened(day, "2026-01-30") == "01-30T09:00/01-30T17:00");
  CHECK(opened(day, "2026-07-30") == "07-30T08:00/07-30T16:00");
  CHECK(opened(every_day({"22:00-06:00"}), "2026-01-30") == "01-30T22:00/01-31T06:00");
  CHECK(opened(every_day({"08:00-08:00"}), "2026-01-30") == "01-30T08:00/01-31T08:00");
  CHECK(opened(every_day({"18:00-24:00"}), "2026-01-30") == "01-30T18:00/01-31T00:00");
}

TEST_CASE("the night of a clock change has seven or nine hours") {
  const Plan night = every_day({"22:00-06:00"});
  CHECK(opened(night, "2026-03-28") == "03-28T22:00/03-29T05:00");
  CHECK(opened(night, "2026-10-24") == "10-24T21:00/10-25T06:00");
  CHECK(opened(every_day({"00:00-24:00"}), "2026-03-29") == "03-29T00:00/03-29T23:00");
  CHECK(opened(every_day({"00:00-24:00"}), "2026-10-25") == "10-24T23:00/10-26T00:00");
}

TEST_CASE("an interval within the gap vanishes, one over a repeated hour takes it in") {
  CHECK(opened(every_day({"01:15-01:45"}), "2026-03-29").empty());
  CHECK(opened(every_day({"00:30-01:30"}), "2026-03-29") == "03-29T00:30/03-29T01:00");
  CHECK(opened(every_day({"01:30-02:30"}), "2026-03-29") == "03-29T01:00/03-29T01:30");
  CHECK(opened(every_day({"01:30-02:30"}), "2026-10-25") == "10-25T00:30/10-25T02:30");
  CHECK(opened(every_day({"01:30-01:45"}), "2026-10-25") == "10-25T00:30/10-25T00:45");
  CHECK(opened(every_day({"00:00-24:00"}, "Pacific/Apia"), "2011-12-30").empty());  // Samoa left it out
}

TEST_CASE("a holiday takes the intervals that start on it, an exception stands on a holiday too") {
  Plan plan = every_day({"09:00-17:00", "22:00-06:00"}, "UTC");
  plan.holidays[date("2026-12-25")] = "Christmas Day";
  plan.holidays[date("2026-12-26")] = "Boxing Day";
  plan.exceptions[date("2026-12-26")] = {hours({"10:00-12:00"}), "sale"};
  plan.exceptions[date("2026-12-28")] = {{}, "stocktaking"};
  CHECK(opened(plan, "2026-12-24") == "12-24T09:00/12-24T17:00 12-24T22:00/12-25T06:00");
  CHECK(opened(plan, "2026-12-25").empty());
  CHECK(opened(plan, "2026-12-26") == "12-26T10:00/12-26T12:00");
  CHECK(opened(plan, "2026-12-28").empty());
  const Calendar calendar(plan);
  CHECK(calendar.open_between(at(calendar, "2026-12-25T00:00"), at(calendar, "2026-12-26T00:00")) == 6h);
}

TEST_CASE("intervals of two dates that overlap count once") {
  const Calendar calendar(every_day({"22:00-06:00", "05:00-07:00"}, "UTC"));
  CHECK(calendar.open_between(at(calendar, "2026-01-30T00:00"), at(calendar, "2026-01-31T00:00")) == 9h);
  const auto first = calendar.find_open(at(calendar, "2026-01-30T03:00"));
  const auto second = calendar.find_open(first->to);
  CHECK(*first == OpenSpan{date("2026-01-29"), at(calendar, "2026-01-29T22:00"), at(calendar, "2026-01-30T06:00")});
  CHECK(*second == OpenSpan{date("2026-01-30"), at(calendar, "2026-01-30T06:00"), at(calendar, "2026-01-30T07:00")});
}

TEST_CASE("open intervals go on over the turn of a year") {
  const Calendar calendar(every_day({"22:00-06:00"}, "America/New_York"));
  const auto eve = calendar.find_open(at(calendar, "2026-12-31T12:00"));
  CHECK(shown(calendar, eve->from) == "2026-12-31T22:00:00");
  CHECK(shown(calendar, eve->to) == "2027-01-01T06:00:00");
  CHECK(calendar.find_open(at(calendar, "2027-01-01T05:59:59")) == eve);
  CHECK(calendar.find_open(at(calendar, "2027-01-01T06:00"))->date == date("2027-01-01"));
  CHECK(calendar.open_between(at(calendar, "2026-12-01T12:00"), at(calendar, "2027-02-01T12:00")) == 62 * 8h);
}

TEST_CASE("a calendar that never opens gives no answer, and soon") {
  Plan plan{"closed", crmtrack::util::Zone::load("Europe/London"), {}, {}, {}};
  plan.exceptions[date("2026-12-24")] = {hours({"09:00-10:00"}), ""};
  const Calendar calendar(plan);
  const auto start = at(calendar, "2026-01-01T00:00");
  CHECK(shown(calendar, calendar.instant_after(start, 1h)) == "2026-12-24T10:00:00");
  CHECK(!calendar.instant_after(start, 1h + 1s));
  CHECK(calendar.find_open(start)->date == date("2026-12-24"));
  CHECK(!calendar.find_open(at(calendar, "2026-12-24T10:00")));
  CHECK(calendar.find_business_day(start, 0)->date == date("2026-12-24"));
  CHECK(!calendar.find_business_day(start, 1));
  const Calendar never(Plan{"never", crmtrack::util::Zone::utc(), {}, {}, {}});
  CHECK(!never.find_open(start));
  CHECK(!never.instant_after(start, 1s));
  CHECK(never.open_between(start, crmtrack::util::Instant::max()) == 0s);
}

TEST_CASE("a rare calendar answers for 400 years") {
  Plan plan{"rare", crmtrack::util::Zone::load("Europe/London"), {}, {}, {}};
  plan.week[0] = {Hours{9h, 9h + 1s}};
  const Calendar calendar(plan);
  const auto start = at(calendar, "2026-01-01T00:00");
  CHECK(calendar.instant_after(start, std::chrono::seconds(400 * 52)));
  CHECK(!calendar.instant_after(start, std::chrono::seconds(402 * 53)));
  // Four hundred years have 20,871 weeks, whatever the century.
  for (const char* from : {"0100-01-01T00:00", "1700-06-01T00:00", "2026-01-01T00:00", "9000-03-01T00:00"}) {
    const auto begin = at(calendar, from);
    CHECK(calendar.open_between(begin, begin + std::chrono::days(146097)) == 20871s);
  }
}

TEST_CASE("no time is too early or too late to be asked about") {
  const Calendar calendar(always_open("always", crmtrack::util::Zone::load("Europe/London")));
  const auto last = crmtrack::util::parse_rfc3339("9999-12-31T23:00:00Z")->utc;
  CHECK(!calendar.instant_after(last, 24h));
  CHECK(!calendar.instant_after(crmtrack::util::Instant::max(), 1s));
  CHECK(calendar.find_open(crmtrack::util::Instant::min()));
  CHECK(calendar.find_business_day(last, 0));
  CHECK(!calendar.find_business_day(last, 1));
  CHECK(calendar.open_between(last, crmtrack::util::Instant::max()) == 59min + 59s);
}

TEST_CASE("calendars of equal plans are equal") {
  const Calendar a(working_week({"09:00-17:00"}));
  const Calendar b(working_week({"09:00-17:00"}));
  CHECK(a.open_between(at(a, "2026-01-01T00:00"), at(a, "2026-02-01T00:00")) > 0s);
  CHECK(a == b);
  CHECK(a == Calendar(a));
  Plan other = a.plan();
  other.holidays[date("2026-05-25")] = "Spring bank holiday";
  CHECK_FALSE(a == Calendar(other));
  CHECK_FALSE(a == Calendar(working_week({"09:00-17:00"}, "Europe/Berlin")));
}
