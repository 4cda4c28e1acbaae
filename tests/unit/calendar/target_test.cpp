#include <doctest/doctest.h>

#include "calendar/target.hpp"

using namespace crmtrack::calendar;

TEST_CASE("a target is read and written") {
  for (const char* text : {"1h", "4h", "2bd", "30d", "87660h", "3653bd", "3653d"})
    CHECK(format_target(*parse_target(text)) == text);
  CHECK(*parse_target("2bd") == Target{2, Target::Unit::business_days});
  CHECK(format_target(*parse_target("0h", Zero::allowed)) == "0h");
  for (const char* text :
       {"", "h", "4", "4 h", "-1h", "+1h", "1.5h", "4H", "4hours", "1w", "1h30m", "2bdd", "99999999999999999999h"})
    CHECK_MESSAGE(!parse_target(text, Zero::allowed), text);
}

TEST_CASE("a target that is none says why") {
  CHECK(parse_target("4 hours").error() ==
        "'4 hours' is no target: write 4h (business hours), 2bd (business days) or 30d (days)");
  CHECK(parse_target("0bd").error() == "'0bd' leaves no time: a target is at least 1bd");
  CHECK(parse_target("365000d").error() == "'365000d' is too long: a target is ten years at most, 3653d");
  CHECK(parse_target("8766000h").error() == "'8766000h' is too long: a target is ten years at most, 87660h");
  CHECK(parse_target("999999999999999999bd").error() ==
        "'999999999999999999bd' is too long: a target is ten years at most, 3653bd");
}

TEST_CASE("a time to warn is a share or an offset") {
  CHECK(*parse_warning_point("75%") == WarningPoint{WarningPoint::Kind::share, 7500});
  CHECK(*parse_warning_point("62.5%") == WarningPoint{WarningPoint::Kind::share, 6250});
  CHECK(*parse_warning_point("1h") == WarningPoint{WarningPoint::Kind::before_due, 3600});
  for (const char* text : {"75%", "62.5%", "0.05%", "100%", "1h", "30m", "90m"})
    CHECK(format_warning_point(*parse_warning_point(text)) == text);
  for (const char* text : {"", "%", "0%", "101%", "100.01%", "1.234%", "-5%", "1e2%", "5", "1d", "h", "999999999h"})
    CHECK_MESSAGE(!parse_warning_point(text), text);
  CHECK(
      parse_warning_point("2 days").error() ==
      "'2 days' is no time to warn: write a share of the target up to 100%, such as 75%, or 1h or 30m before the end");
}
