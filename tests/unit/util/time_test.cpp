#include <doctest/doctest.h>

#include "util/time.hpp"

using namespace crmtrack::util;
using namespace std::chrono;

TEST_CASE("RFC 3339 keeps the offset and drops the fraction") {
  const auto time = parse_rfc3339("2026-11-21T09:12:00+01:00");
  REQUIRE(time);
  CHECK(time->utc == sys_days(2026y / November / 21) + 8h + 12min);
  CHECK(time->offset == 60min);
  CHECK(format_rfc3339(*time) == "2026-11-21T09:12:00+01:00");
  CHECK(format_utc(time->utc) == "2026-11-21T08:12:00Z");
  CHECK(parse_rfc3339("2026-11-21T08:12:00.999Z")->utc == time->utc);
  CHECK(format_rfc3339(*parse_rfc3339("2026-11-21T08:12:00-00:00")) == "2026-11-21T08:12:00Z");
  CHECK(format_rfc3339(*parse_rfc3339("2026-11-21T00:00:00-23:59")) == "2026-11-21T00:00:00-23:59");
  CHECK(format_rfc3339(*parse_rfc3339("0000-01-01T00:00:00Z")) == "0000-01-01T00:00:00Z");
  CHECK(format_rfc3339(*parse_rfc3339("9999-12-31T23:59:59Z")) == "9999-12-31T23:59:59Z");
}

TEST_CASE("a leap second reads as the second before, where one can be") {
  CHECK(format_utc(parse_rfc3339("2016-12-31T23:59:60Z")->utc) == "2016-12-31T23:59:59Z");
  CHECK(format_utc(parse_rfc3339("2017-01-01T00:59:60+01:00")->utc) == "2016-12-31T23:59:59Z");
  CHECK_FALSE(parse_rfc3339("2016-12-31T12:00:60Z"));
}

TEST_CASE("nothing else is a time") {
  for (const char* text : {"",
                           "2026-11-21",
                           "2026-11-21T09:12:00",
                           "2026-11-21 09:12:00Z",
                           "2026-11-21T09:12Z",
                           "2026-11-21T24:00:00Z",
                           "2026-11-21T09:60:00Z",
                           "2026-11-21T09:12:61Z",
                           "2026-02-29T00:00:00Z",
                           "2026-13-01T00:00:00Z",
                           "2026-11-21T09:12:00.Z",
                           "2026-11-21T09:12:00+1:00",
                           "2026-11-21T09:12:00+0100",
                           "2026-11-21T09:12:00+24:00",
                           "2026-11-21T09:12:00+01:60",
                           "+026-11-21T09:12:00Z",
                           "2026-11-21T09:12:00Z ",
                           " 2026-11-21T09:12:00Z",
                           "2026-11-21T09:12:0 Z",
                           "2026-11-21T-1:12:00Z",
                           "0000-01-01T00:00:00+01:00",
                           "9999-12-31T23:59:59-00:01",
                           "2026-11-21T09:12:00z1",
                           "2026/11/21T09:12:00Z"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_rfc3339(text));
  }
}

TEST_CASE("every minute of offset and many instants survive formatting") {
  for (int offset = -1439; offset <= 1439; offset += 7) {
    for (std::int64_t second = -62'000'000'000; second < 250'000'000'000; second += 9'999'999'937) {
      const Timestamp time{Instant(seconds(second)), minutes(offset)};
      CHECK(parse_rfc3339(format_rfc3339(time)) == time);
    }
  }
}

TEST_CASE("dates") {
  CHECK(parse_date("2024-02-29") == 2024y / February / 29);
  CHECK(format_date(2026y / November / 1) == "2026-11-01");
  CHECK(format_date(year(7) / 1 / 2) == "0007-01-02");
  for (const char* text :
       {"", "2026-1-1", "2026-02-29", "2026-00-01", "2026-01-00", "20260101", "2026-01-01 ", "-026-01-01"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text));
  }
}

TEST_CASE("durations for people show the two largest units") {
  CHECK(format_duration(0s) == "0s");
  CHECK(format_duration(45s) == "45s");
  CHECK(format_duration(12min) == "12m");
  CHECK(format_duration(12min + 5s) == "12m 5s");
  CHECK(format_duration(76h + 59min) == "3d 4h");
  CHECK(format_duration(72h + 5min) == "3d");
  CHECK(format_duration(-90min) == "-1h 30m");
}
