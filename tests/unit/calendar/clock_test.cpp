#include "calendar/clock.hpp"

#include <doctest/doctest.h>

#include <random>

#include "plans.hpp"

using namespace crmtrack::calendar;
using namespace crmtrack::calendar::testing;
using namespace std::chrono_literals;
using crmtrack::util::Instant;

namespace {

struct Stop {
  std::string_view from;
  std::string_view to;  // empty: endless
};

Pauses paused(const Calendar& calendar, std::initializer_list<Stop> stops) {
  std::vector<Pause> pauses;
  for (const Stop& stop : stops)
    pauses.push_back({at(calendar, stop.from), stop.to.empty() ? std::nullopt : std::optional(at(calendar, stop.to))});
  return Pauses(pauses);
}

Target target(std::string_view text) { return *parse_target(text, Zero::allowed); }

std::string due_of(const Plan& plan, std::string_view start, std::string_view text,
                   std::initializer_list<Stop> stops = {}) {
  const Calendar calendar(plan);
  return shown(calendar, due(at(calendar, start), target(text), calendar, paused(calendar, stops)));
}

std::string warning_of(const Plan& plan, std::string_view start, std::string_view text, std::string_view point,
                       std::initializer_list<Stop> stops = {}) {
  const Calendar calendar(plan);
  return shown(calendar, warn_at(at(calendar, start), target(text), *parse_warning_point(point), calendar,
                                 paused(calendar, stops)));
}

std::string rung_of(const Plan& plan, std::string_view start, std::string_view text, std::int64_t share,
                    std::initializer_list<Stop> stops = {}) {
  const Calendar calendar(plan);
  return shown(calendar, rung_at(at(calendar, start), target(text), share, calendar, paused(calendar, stops)));
}

Plan with_bank_holiday() {
  Plan plan = working_week({"09:00-17:00"});
  plan.holidays[date("2026-05-25")] = "Spring bank holiday";
  return plan;
}

}  // namespace

TEST_CASE("business hours go on when the office opens again") {
  CHECK(due_of(working_week({"09:00-17:00"}), "2026-01-30T16:30", "1h") == "2026-02-02T09:30:00");
  const Plan long_day = working_week({"08:00-18:00"});
  CHECK(due_of(long_day, "2026-02-02T17:00", "4h") == "2026-02-03T11:00:00");
  CHECK(warning_of(long_day, "2026-02-02T17:00", "4h", "1h") == "2026-02-03T10:00:00");
  CHECK(due_of(long_day, "2026-02-02T16:00", "4h") == "2026-02-03T10:00:00");
  CHECK(due_of(working_week({"08:00-12:00", "13:30-18:00"}), "2026-02-02T11:30", "1h") == "2026-02-02T14:00:00");
}

TEST_CASE("a pause and a holiday move the end") {
  CHECK(due_of(working_week({"09:00-17:00"}), "2026-02-02T10:00", "8h", {{"2026-02-02T12:00", "2026-02-03T11:00"}}) ==
        "2026-02-03T17:00:00");
  CHECK(due_of(with_bank_holiday(), "2026-05-22T16:30", "4h") == "2026-05-26T12:30:00");
  CHECK(due_of(with_bank_holiday(), "2026-05-22T16:30", "4h", {{"2026-05-26T10:00", "2026-05-26T11:00"}}) ==
        "2026-05-26T13:30:00");
}

TEST_CASE("around the clock a day has 24 hours on the night of a clock change too") {
  const Plan always = every_day({"00:00-24:00"});
  CHECK(due_of(always, "2026-03-28T12:00", "24h") == "2026-03-29T13:00:00");
  CHECK(due_of(always, "2026-10-24T12:00", "24h") == "2026-10-25T11:00:00");
}

TEST_CASE("a warning at a share of the target") {
  CHECK(warning_of(working_week({"09:00-17:00"}), "2026-01-30T15:00", "8h", "80%") == "2026-02-02T13:24:00");
}

TEST_CASE("business days and days after a receipt before a holiday") {
  CHECK(due_of(with_bank_holiday(), "2026-05-21T11:00", "3bd") == "2026-05-27T17:00:00");
  CHECK(due_of(with_bank_holiday(), "2026-05-21T11:00", "30d") == "2026-06-20T23:59:59");
  CHECK(due_of(with_bank_holiday(), "2026-05-21T11:00", "56d") == "2026-07-16T23:59:59");
}

TEST_CASE("due is the end of an interval, never the start of the next") {
  const Plan plan = working_week({"09:00-12:00", "13:00-17:00"});
  CHECK(due_of(plan, "2026-02-02T09:00", "3h") == "2026-02-02T12:00:00");
  CHECK(due_of(plan, "2026-02-02T12:00", "4h") == "2026-02-02T17:00:00");
  CHECK(due_of(plan, "2026-02-02T12:00", "4h", {{"2026-02-02T17:00", "2026-02-03T09:30"}}) == "2026-02-02T17:00:00");
  CHECK(due_of(plan, "2026-02-06T17:00", "7h") == "2026-02-09T17:00:00");
  CHECK(due_of(plan, "2026-02-07T03:00", "1h") == "2026-02-09T10:00:00");
}

TEST_CASE("a target of 0 is due at its start") {
  for (const char* text : {"0h", "0bd", "0d"}) {
    CHECK(due_of(working_week({"09:00-17:00"}), "2026-02-07T03:00", text) == "2026-02-07T03:00:00");
    CHECK(warning_of(working_week({"09:00-17:00"}), "2026-02-07T03:00", text, "75%") == "2026-02-07T03:00:00");
    CHECK(rung_of(working_week({"09:00-17:00"}), "2026-02-07T03:00", text, 20000) == "2026-02-07T03:00:00");
  }
}

TEST_CASE("a receipt counts on its date up to the close, otherwise on the next business day") {
  const Plan plan = working_week({"09:00-12:00", "13:00-17:00"});
  CHECK(due_of(plan, "2026-02-05T07:00", "1bd") == "2026-02-06T17:00:00");
  CHECK(due_of(plan, "2026-02-05T12:30", "1bd") == "2026-02-06T17:00:00");
  CHECK(due_of(plan, "2026-02-05T17:00", "1bd") == "2026-02-06T17:00:00");
  CHECK(due_of(plan, "2026-02-05T17:00:01", "1bd") == "2026-02-09T17:00:00");
  CHECK(due_of(plan, "2026-02-07T10:00", "1bd") == "2026-02-10T17:00:00");
  CHECK(due_of(plan, "2026-12-31T10:00", "260bd") == "2027-12-30T17:00:00");
}

TEST_CASE("the close of a night shift lies on the next date") {
  const Plan night = working_week({"22:00-06:00"});
  CHECK(due_of(night, "2026-02-05T10:00", "1bd") == "2026-02-07T06:00:00");
  CHECK(due_of(night, "2026-02-06T03:00", "1bd") == "2026-02-10T06:00:00");
  CHECK(due_of(night, "2026-02-07T03:00", "1bd") == "2026-02-11T06:00:00");
}

TEST_CASE("a paused target in business days is as long as the open time to its close") {
  const Plan plan = working_week({"09:00-17:00"});
  CHECK(due_of(plan, "2026-02-02T10:00", "1bd") == "2026-02-03T17:00:00");
  CHECK(due_of(plan, "2026-02-02T10:00", "1bd", {{"2026-02-02T12:00", "2026-02-02T14:00"}}) == "2026-02-04T11:00:00");
  CHECK(due_of(plan, "2026-02-02T10:00", "1bd", {{"2026-02-03T17:00", "2026-02-05T14:00"}}) == "2026-02-03T17:00:00");
  CHECK(due_of(plan, "2026-02-02T10:00", "1bd", {{"2026-02-03T18:00", ""}}) == "2026-02-03T17:00:00");
  CHECK(due_of(plan, "2026-02-02T10:00", "1bd", {{"2026-02-03T16:59:59", ""}}) == "never");
}

TEST_CASE("days go on through weekends and pauses") {
  const Plan plan = working_week({"09:00-17:00"});
  CHECK(due_of(plan, "2026-02-05T23:59:59", "1d", {{"2026-02-05T12:00", ""}}) == "2026-02-06T23:59:59");
  CHECK(due_of(Plan{"none", crmtrack::util::Zone::load("Asia/Tokyo"), {}, {}, {}}, "2026-02-05T00:00", "2d") ==
        "2026-02-07T23:59:59");
  // Greenland's clocks go from 22:59:59 to midnight.
  CHECK(due_of(every_day({"00:00-24:00"}, "America/Nuuk"), "2026-03-27T10:00", "1d") == "2026-03-28T22:59:59");
  CHECK(due_of(plan, "9999-12-30T10:00", "2d") == "never");
}

TEST_CASE("pauses are half-open, may overlap, and may never end") {
  const Calendar calendar(working_week({"09:00-17:00"}, "UTC"));
  const Pauses pauses = paused(calendar, {{"2026-02-03T10:00", "2026-02-03T12:00"},
                                          {"2026-02-02T12:00", "2026-02-02T13:00"},
                                          {"2026-02-02T12:30", "2026-02-02T14:00"},
                                          {"2026-02-02T14:00", "2026-02-02T15:00"},
                                          {"2026-02-04T09:00", "2026-02-04T09:00"},
                                          {"2026-02-05T09:00", "2026-02-04T09:00"}});
  CHECK(pauses.list().size() == 2);
  CHECK(pauses.list()[0] == Pause{at(calendar, "2026-02-02T12:00"), at(calendar, "2026-02-02T15:00")});
  const auto worked = [&](std::string_view from, std::string_view to) {
    return elapsed(at(calendar, from), at(calendar, to), calendar, pauses);
  };
  CHECK(worked("2026-02-02T09:00", "2026-02-02T17:00") == 5h);
  CHECK(worked("2026-02-02T12:30", "2026-02-02T14:59:59") == 0s);
  CHECK(worked("2026-02-02T12:30", "2026-02-02T15:00:01") == 1s);
  CHECK(worked("2026-02-03T11:00", "2026-02-04T10:00") == 6h);
  CHECK(worked("2026-02-03T11:00", "2026-02-03T11:00") == 0s);
  CHECK(worked("2026-02-03T11:00", "2026-02-02T11:00") == 0s);
  const Pauses endless = paused(calendar, {{"2026-02-02T12:00", ""}, {"2026-02-03T12:00", "2026-02-04T12:00"}});
  CHECK(endless.list() == std::vector<Pause>{{at(calendar, "2026-02-02T12:00"), std::nullopt}});
  CHECK(elapsed(at(calendar, "2026-02-02T09:00"), at(calendar, "2027-02-02T17:00"), calendar, endless) == 3h);
  CHECK(due_of(calendar.plan(), "2026-02-02T09:00", "3h", {{"2026-02-02T12:00", ""}}) == "2026-02-02T12:00:00");
  CHECK(due_of(calendar.plan(), "2026-02-02T09:00", "4h", {{"2026-02-02T12:00", ""}}) == "never");
  CHECK(due_of(calendar.plan(), "2026-02-02T09:00", "4h", {{"2026-02-02T12:00", "2326-02-02T12:00"}}) ==
        "2326-02-02T13:00:00");
}

TEST_CASE("warnings of days are shares of the open time up to the end") {
  const Plan plan = working_week({"09:00-17:00"});
  // 1bd from Monday 13:00: four hours on Monday and eight on Tuesday.
  CHECK(warning_of(plan, "2026-02-02T13:00", "1bd", "75%") == "2026-02-03T14:00:00");
  CHECK(warning_of(plan, "2026-02-02T13:00", "1bd", "1h") == "2026-02-03T16:00:00");
  CHECK(warning_of(plan, "2026-02-02T13:00", "1bd", "1h", {{"2026-02-03T09:00", "2026-02-03T10:00"}}) ==
        "2026-02-03T17:00:00");
  CHECK(warning_of(plan, "2026-02-02T13:00", "1d", "75%", {{"2026-02-03T09:00", ""}}) == "2026-02-03T14:00:00");
  CHECK(warning_of(plan, "2026-02-06T18:00", "1d", "75%") == "2026-02-06T18:00:00");
  CHECK(warning_of(plan, "2026-02-02T13:00", "1h", "2h") == "2026-02-02T13:00:00");
  CHECK(warning_of(plan, "2026-02-02T13:00", "1h", "33.33%") == "2026-02-02T13:20:00");  // 1199.88 s
  CHECK(warning_of(Plan{}, "2026-02-02T13:00", "1bd", "75%") == "never");
  const Calendar calendar(plan);
  const auto start = at(calendar, "2026-02-02T13:00");
  CHECK(shown(calendar, first_warning(start, target("4h"), {*parse_warning_point("75%"), *parse_warning_point("2h")},
                                      calendar, {})) == "2026-02-02T15:00:00");
  CHECK(!first_warning(start, target("4h"), {}, calendar, {}));
}

TEST_CASE("rungs behind the end are multiples of the target") {
  const Plan plan = working_week({"09:00-17:00"});
  CHECK(rung_of(plan, "2026-02-02T13:00", "4h", 12500) == "2026-02-03T10:00:00");
  CHECK(rung_of(plan, "2026-02-02T13:00", "4h", 20000) == "2026-02-03T13:00:00");
  CHECK(rung_of(plan, "2026-02-02T13:00", "4h", 20000, {{"2026-02-03T10:00", "2026-02-03T11:00"}}) ==
        "2026-02-03T14:00:00");
  CHECK(rung_of(plan, "2026-02-02T13:00", "1bd", 12500) == "2026-02-04T12:00:00");
  CHECK(rung_of(plan, "2026-02-07T00:00", "1d", 12500) == "2026-02-09T11:59:59");
  CHECK(rung_of(plan, "2026-02-07T00:00", "1d", 20000, {{"2026-02-07T00:00", ""}}) == "2026-02-10T23:59:58");
}
