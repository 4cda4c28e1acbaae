#include "slow_clock.hpp"

#include <doctest/doctest.h>

#include <random>

#include "calendar/clock.hpp"
#include "changed_zones.hpp"
#include "plans.hpp"

using namespace crmtrack::calendar;
using namespace crmtrack::calendar::testing;
using namespace std::chrono_literals;
using crmtrack::util::format_utc;
using crmtrack::util::Instant;
using std::chrono::seconds;

namespace {

/// A zone, and a day in whose month its clocks change.
struct Change {
  const char* zone;
  const char* day;
  bool is_new = false;  // as version 2026f of the data has it
};
constexpr Change kChanges[] = {
    {"America/Vancouver", "2026-11-01", true},
    {"America/Edmonton", "2026-11-01", true},
    {"America/Inuvik", "2026-11-01", true},
    {"America/Yellowknife", "2026-11-01", true},
    {"America/Winnipeg", "2026-11-01", true},
    {"America/Rainy_River", "2026-11-01", true},
    {"Africa/Casablanca", "2026-09-20", true},
    {"Africa/El_Aaiun", "2026-09-20", true},
    {"America/Havana", "2026-11-01", true},
    {"Europe/Chisinau", "2026-10-25", true},
    {"Africa/Casablanca", "2026-03-22", true},
    {"America/Havana", "2027-11-07", true},
    {"Europe/Chisinau", "2027-03-28", true},
    {"America/Vancouver", "2027-01-01", true},
    {"Europe/London", "2026-03-29"},
    {"Europe/London", "2026-10-25"},
    {"Europe/Berlin", "2044-10-30"},
    {"Australia/Lord_Howe", "2026-10-04"},
    {"Australia/Lord_Howe", "2026-04-05"},
    {"Antarctica/Troll", "2026-03-29"},
    {"Pacific/Apia", "2011-12-30"},
    {"America/Santiago", "2025-09-07"},
    {"Asia/Kathmandu", "2026-01-01"},
    {"America/Nuuk", "2026-10-24"},
    {"Africa/Cairo", "2026-04-24"},
    {"Asia/Beirut", "2026-10-25"},
    {"Pacific/Kwajalein", "1993-08-21"},
    {"UTC", "2027-01-01"},
};

class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}
  /// 0 … bound - 1
  int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }
  bool one_in(int n) { return below(n) == 0; }

  Hours hours(seconds step) {
    const int steps = static_cast<int>(24h / step);
    const seconds from = step * below(steps);
    if (one_in(8)) return {from, from};
    return {from, one_in(10) ? seconds(24h) : step * below(steps + 1)};
  }

  std::vector<Hours> day(seconds step) {
    std::vector<Hours> day;
    for (int n = below(4); n > 0; --n) day.push_back(one_in(3) ? hours(step) : Hours{9h, 17h});
    return day;
  }

  Plan plan(crmtrack::util::Zone zone, Date middle, seconds step) {
    Plan plan{"random", std::move(zone), {}, {}, {}};
    for (auto& hours_of_day : plan.week) hours_of_day = one_in(4) ? std::vector<Hours>() : day(step);
    for (int n = below(5); n > 0; --n) plan.holidays[middle + std::chrono::days(below(30) - 15)] = "holiday";
    for (int n = below(4); n > 0; --n) plan.exceptions[middle + std::chrono::days(below(30) - 15)] = {day(step), ""};
    return plan;
  }

  Pauses pauses(Instant start, seconds step, int reach) {
    std::vector<Pause> pauses;
    for (int n = below(4); n > 0; --n) {
      const Instant from = start + step * (below(reach) - reach / 5);
      pauses.push_back({from, one_in(20) ? std::nullopt : std::optional(from + step * below(reach / 4))});
    }
    return Pauses(pauses);
  }

 private:
  std::mt19937 random_;
};

struct Tried {
  int compared = 0;  // the slow clock has an answer
  int beyond = 0;    // its window ends first
};

/// Both clocks give one time, where the slow one gives any.
void compare(std::optional<Instant> quick, std::optional<Instant> slow, Tried& tried) {
  ++(slow ? tried.compared : tried.beyond);
  if (slow) CHECK(quick == slow);
}

/// A due time lies in some (open, close].
void check_within(const Calendar& calendar, Instant due) {
  const auto span = calendar.find_open(due - 1s);
  REQUIRE(span);
  CHECK(span->from < due);
  CHECK(due <= span->to);
}

void try_hours(Dice& dice, const Calendar& calendar, const SlowClock& slow, Instant start, const Pauses& pauses,
               Tried& tried) {
  const Target target{dice.below(40), Target::Unit::hours};
  const auto quick = due(start, target, calendar, pauses);
  compare(quick, slow.reach(start, std::chrono::hours(target.count), pauses), tried);
  if (!quick || target.count == 0) return;
  CHECK(elapsed(start, *quick, calendar, pauses) == std::chrono::hours(target.count));
  CHECK(elapsed(start, *quick - 1s, calendar, pauses) < std::chrono::hours(target.count));
  check_within(calendar, *quick);
}

void try_days(Dice& dice, const Calendar& calendar, const SlowClock& slow, Instant start, const Pauses& pauses,
              Tried& tried) {
  const Target target{1 + dice.below(6), Target::Unit::business_days};
  const auto close = slow.close_of(start, target.count);
  compare(due(start, target, calendar, Pauses()), close, tried);
  const Target days{1 + dice.below(6), Target::Unit::days};
  compare(due(start, days, calendar, pauses), slow.end_of_date(start, days.count), tried);
  const auto quick = due(start, target, calendar, pauses);
  if (close) compare(quick, slow.reach(start, slow.elapsed(start, *close, Pauses()), pauses), tried);
  if (quick) check_within(calendar, *quick);
}

Tried try_plan(Dice& dice, const Calendar& calendar, Date middle, seconds step, int days, int cases) {
  const Instant noon = calendar.plan().zone.to_instant(middle + 12h);
  const Instant from = std::chrono::floor<std::chrono::days>(noon) - std::chrono::days(days);
  const SlowClock slow(calendar.plan(), from, noon + std::chrono::days(2 * days), step);
  const int steps = static_cast<int>(std::chrono::days(days) / step);
  Tried tried;
  for (int i = 0; i < cases; ++i) {
    const Instant start = from + std::chrono::days(1) + step * dice.below(steps);
    CAPTURE(format_utc(start));
    const Pauses pauses = dice.pauses(start, step, steps);
    try_hours(dice, calendar, slow, start, pauses, tried);
    try_days(dice, calendar, slow, start, pauses, tried);
    const Instant stop = start + step * dice.below(steps);
    CHECK(elapsed(start, stop, calendar, pauses) == slow.elapsed(start, stop, pauses));
  }
  return tried;
}

/// Every so many of the changes.
Tried try_changes(unsigned seed, std::size_t every, seconds step, int days, int plans, int cases) {
  const ChangedZones changed;
  Dice dice(seed);
  Tried tried;
  for (std::size_t number = 0; number < std::size(kChanges); number += every) {
    const Change& change = kChanges[number];
    CAPTURE(change.zone);
    CAPTURE(change.day);
    const auto zone = change.is_new ? changed.load(change.zone) : crmtrack::util::Zone::load(change.zone);
    for (int i = 0; i < plans; ++i) {
      CAPTURE(i);
      const Calendar calendar(dice.plan(zone, date(change.day), step));
      const Tried one = try_plan(dice, calendar, date(change.day), step, days, cases);
      tried.compared += one.compared;
      tried.beyond += one.beyond;
    }
  }
  return tried;
}

}  // namespace

TEST_CASE("the clock agrees with one that counts in steps of five minutes") {
  const Tried tried = try_changes(1, 1, 5min, 9, 10, 20);
  CHECK(tried.compared > 10000);
}

TEST_CASE("the clock agrees with one that counts second by second") {
  const Tried tried = try_changes(2, 9, 1s, 3, 1, 20);
  CHECK(tried.compared > 40);
}

TEST_CASE("zones that changed in 2026 are read from the folder that the reader is given") {
  const ChangedZones zones;
  const auto offset_after = [&](const char* zone, const char* time) {
    const auto shown = zones.load(zone).at(crmtrack::util::parse_rfc3339(time)->utc);
    return shown.offset.count();
  };
  const char* const winter = "2026-11-01T12:00:00Z";
  CHECK(offset_after("America/Vancouver", winter) == -7 * 60);
  CHECK(offset_after("America/Vancouver", "2030-01-01T00:00:00Z") == -7 * 60);
  for (const char* zone : {"America/Edmonton", "America/Inuvik", "America/Yellowknife"})
    CHECK(offset_after(zone, winter) == -6 * 60);
  for (const char* zone : {"America/Winnipeg", "America/Rainy_River"}) CHECK(offset_after(zone, winter) == -5 * 60);
  for (const char* zone : {"Africa/Casablanca", "Africa/El_Aaiun"}) {
    CHECK(offset_after(zone, "2026-09-19T12:00:00Z") == 60);
    CHECK(offset_after(zone, "2026-09-20T12:00:00Z") == 0);
    CHECK(offset_after(zone, "2027-06-01T12:00:00Z") == 0);
  }
  CHECK(offset_after("America/Havana", "2026-12-01T12:00:00Z") == -4 * 60);
  CHECK(offset_after("America/Havana", "2027-12-01T12:00:00Z") == -5 * 60);
  CHECK(offset_after("Europe/Chisinau", "2026-10-25T00:30:00Z") == 3 * 60);
  CHECK(offset_after("Europe/Chisinau", "2026-10-25T01:00:00Z") == 2 * 60);
}

TEST_CASE("a due time follows the rules of its zone") {
  const ChangedZones zones;
  const auto due_in = [&](const char* zone) {
    const Calendar calendar(always_open("always", zones.load(zone)));
    return shown(calendar, due(at(calendar, "2026-10-31T12:00"), {24, Target::Unit::hours}, calendar, {}));
  };
  CHECK(due_in("America/Vancouver") == "2026-11-01T12:00:00");
  CHECK(due_in("America/Winnipeg") == "2026-11-01T12:00:00");
  CHECK(due_in("America/Havana") == "2026-11-01T12:00:00");
}
