#include <doctest/doctest.h>

#include "util/error.hpp"
#include "util/when.hpp"
#include "util/zone.hpp"

using namespace crmtrack::util;

namespace {

const Instant kNow = parse_rfc3339("2026-11-21T09:12:00Z")->utc;  // a Saturday

std::string start(std::string_view text) { return format_rfc3339(parse_when(text, kNow, Zone::utc(), false)); }
std::string due(std::string_view text) { return format_rfc3339(parse_when(text, kNow, Zone::utc(), true)); }

}  // namespace

TEST_CASE("exact times are taken as written") {
  CHECK(start("2026-11-21T09:12:00+01:00") == "2026-11-21T09:12:00+01:00");
  CHECK(due("2026-11-21T09:12:00+01:00") == "2026-11-21T09:12:00+01:00");
  CHECK(start("now") == "2026-11-21T09:12:00Z");
  CHECK(start(" 2026-11-20 08:00 ") == "2026-11-20T08:00:00Z");
  CHECK(start("2026-11-20T08:00") == "2026-11-20T08:00:00Z");
  CHECK(start("2026-11-20 08:00:30") == "2026-11-20T08:00:30Z");
}

TEST_CASE("a day is its first second, or as a due date its last") {
  CHECK(start("2026-11-20") == "2026-11-20T00:00:00Z");
  CHECK(due("2026-11-20") == "2026-11-20T23:59:59Z");
  CHECK(start("today") == "2026-11-21T00:00:00Z");
  CHECK(due("Tomorrow") == "2026-11-22T23:59:59Z");
  CHECK(start("yesterday 17:30") == "2026-11-20T17:30:00Z");
  CHECK(due("tomorrow 9:30") == "2026-11-22T09:30:00Z");
  CHECK(start("08:15") == "2026-11-21T08:15:00Z");
}

TEST_CASE("a weekday is the latest one, or as a due date the next; today counts") {
  CHECK(start("mon") == "2026-11-16T00:00:00Z");
  CHECK(due("mon") == "2026-11-23T23:59:59Z");
  CHECK(start("sat") == "2026-11-21T00:00:00Z");
  CHECK(due("sat") == "2026-11-21T23:59:59Z");
  CHECK(start("sat 10:00") == "2026-11-14T10:00:00Z");
  CHECK(start("Saturday 09:00") == "2026-11-21T09:00:00Z");
  CHECK(due("sat 09:00") == "2026-11-28T09:00:00Z");
  CHECK(due("sun 09:00") == "2026-11-22T09:00:00Z");
}

TEST_CASE("shifts are from now") {
  CHECK(start("-2h") == "2026-11-21T07:12:00Z");
  CHECK(start("+30m") == "2026-11-21T09:42:00Z");
  CHECK(due("+3d") == "2026-11-24T09:12:00Z");
  CHECK(start("-1w") == "2026-11-14T09:12:00Z");
}

TEST_CASE("days of a shift keep the wall clock over a change of offset") {
  const Zone berlin = Zone::load("Europe/Berlin");
  const Instant eve = parse_rfc3339("2026-10-24T10:00:00+02:00")->utc;
  CHECK(format_rfc3339(parse_when("+1d", eve, berlin, false)) == "2026-10-25T10:00:00+01:00");
  CHECK(format_rfc3339(parse_when("+24h", eve, berlin, false)) == "2026-10-25T09:00:00+01:00");
  CHECK(format_rfc3339(parse_when("2026-10-25", eve, berlin, true)) == "2026-10-25T23:59:59+01:00");
  CHECK(format_rfc3339(parse_when("today", eve, berlin, false)) == "2026-10-24T00:00:00+02:00");
}

TEST_CASE("anything else is an error of usage that lists the forms") {
  for (const char* text :
       {"",        " ",       "soon",      "2026-13-01", "2026-11-21 25:00", "mon tue",   "+",  "+d",  "-2",
        "2h",      "--2h",    "+-2h",      "+2y",        "+99999999d",       "+5000000w", "12", "1:2", "24:00",
        "2026-11", "today 9", "now 09:00", "\x1b[31m"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(start(text), Error);
  }
  try {
    start("so\non");
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::usage);
    CHECK(std::string(error.what()) == "cannot read the time 'so\\non': it has no known form");
    CHECK(error.hints().size() == 1);
  }
}
