#include "calendar/explanation.hpp"

#include <doctest/doctest.h>

#include "calendar/clock.hpp"
#include "plans.hpp"

using namespace crmtrack::calendar;
using namespace crmtrack::calendar::testing;
using namespace std::chrono_literals;

namespace {

Explanation explained(const Calendar& calendar, std::string_view start, std::string_view text, const Pauses& pauses) {
  return explain(at(calendar, start), *parse_target(text, Zero::allowed), calendar, pauses, "2026f");
}

/// `05-22 16:30 17:00 1800-0=1800`: each part with its length, the paused time, and the sum.
std::string parts_of(const Calendar& calendar, const Explanation& told) {
  std::string text;
  for (const auto& part : told.parts)
    text += shown(calendar, part.open.from).substr(5, 11) + "/" + shown(calendar, part.open.to).substr(5, 11) + " " +
            std::to_string(part.counted.count()) + "+" + std::to_string(part.paused.count()) + "=" +
            std::to_string(part.sum.count()) + "\n";
  return text;
}

}  // namespace

TEST_CASE("an explanation lists the intervals, the pauses and the holidays on the way") {
  Plan plan = working_week({"09:00-12:00", "13:00-17:00"});
  plan.name = "office";
  plan.holidays[date("2026-05-25")] = "Spring bank holiday";
  plan.exceptions[date("2026-05-26")] = {hours({"10:00-17:00"}), "training"};
  const Calendar calendar(plan);
  const Pauses pauses({{at(calendar, "2026-05-26T10:30"), at(calendar, "2026-05-26T11:00")},
                       {at(calendar, "2026-01-01T00:00"), at(calendar, "2026-01-02T00:00")},
                       {at(calendar, "2026-12-01T00:00"), std::nullopt}});
  const Explanation told = explained(calendar, "2026-05-22T16:30", "4h", pauses);
  CHECK(parts_of(calendar, told) ==
        "05-22T16:30/05-22T17:00 1800+0=1800\n"
        "05-26T10:00/05-26T14:00 12600+1800=14400\n");
  CHECK(told.sum == 4h);
  CHECK(told.business_time == 4h);
  CHECK(shown(calendar, told.due) == "2026-05-26T14:00:00");
  CHECK(told.other_days == std::vector<Explanation::OtherDay>{{date("2026-05-25"), true, "Spring bank holiday"},
                                                              {date("2026-05-26"), false, "training"}});
  CHECK(told.pauses == std::vector<Pause>{pauses.list()[1]});
  CHECK(told.calendar == "office");
  CHECK(told.zone == "Europe/London");
  CHECK(told.tzdata == "2026f");
  CHECK(told.business_days.empty());
}

TEST_CASE("an explanation of business days names the days that were counted") {
  const Calendar calendar(working_week({"09:00-17:00"}));
  const Explanation told = explained(calendar, "2026-02-06T18:00", "2bd", {});
  std::string days;
  for (const BusinessDay& day : told.business_days) days += shown(calendar, day.close).substr(5, 8) + " ";
  CHECK(days == "02-09T17 02-10T17 02-11T17 ");
  CHECK(told.parts.size() == 3);
  CHECK(told.sum == 24h);
  CHECK(told.business_time == 24h);
}

TEST_CASE("an explanation without a due time ends where the pause begins") {
  const Calendar calendar(working_week({"09:00-17:00"}));
  const Pauses endless({{at(calendar, "2026-02-03T10:00"), std::nullopt}});
  const Explanation told = explained(calendar, "2026-02-02T16:00", "4h", endless);
  CHECK(!told.due);
  CHECK(told.sum == 2h);
  CHECK(parts_of(calendar, told) ==
        "02-02T16:00/02-02T17:00 3600+0=3600\n"
        "02-03T09:00/02-03T10:00 3600+0=7200\n");
  CHECK(told.pauses == endless.list());
  CHECK(explained(calendar, "2026-02-02T16:00", "1d", endless).due);
  const Calendar closed(Plan{});
  CHECK(explained(closed, "2026-02-02T16:00", "1bd", {}).parts.empty());
}

TEST_CASE("an explanation is bounded, its sum is not") {
  const Calendar calendar(every_day({"09:00-09:01", "10:00-10:01"}, "UTC"));
  const Explanation told = explained(calendar, "2026-02-02T00:00", "100h", {});
  CHECK(told.parts.size() == kMostParts);
  CHECK(told.is_cut);
  CHECK(told.sum == 100h);
}
