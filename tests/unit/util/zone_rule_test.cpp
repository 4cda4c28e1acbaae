#include <doctest/doctest.h>

#include "util/zone_rule.hpp"
#include "util/zone_table.hpp"

using namespace crmtrack::util;
using namespace std::chrono;

namespace {

Instant utc(std::string_view text) { return parse_rfc3339(text)->utc; }

}  // namespace

TEST_CASE("a rule gives the span around a time") {
  const auto rule = ZoneRule::parse("CET-1CEST,M3.5.0,M10.5.0/3");
  REQUIRE(rule);
  const ZoneSpan summer = rule->span_at(utc("2026-07-01T00:00:00Z"));
  CHECK(summer.begin == utc("2026-03-29T01:00:00Z"));
  CHECK(summer.end == utc("2026-10-25T01:00:00Z"));
  CHECK(summer.offset == 2h);
  const ZoneSpan winter = rule->span_at(utc("2026-12-31T23:59:59Z"));
  CHECK(winter.begin == utc("2026-10-25T01:00:00Z"));
  CHECK(winter.end == utc("2027-03-28T01:00:00Z"));
  CHECK(winter.offset == 1h);
  CHECK(rule->span_at(summer.end).begin == summer.end);
  CHECK(rule->span_at(summer.begin - 1s).end == summer.begin);
}

TEST_CASE("southern, negative, numbered and signed rules") {
  const auto sydney = ZoneRule::parse("AEST-10AEDT,M10.1.0,M4.1.0/3");
  CHECK(sydney->span_at(utc("2026-01-01T00:00:00Z")).offset == 11h);
  CHECK(sydney->span_at(utc("2026-07-01T00:00:00Z")).offset == 10h);
  const auto dublin = ZoneRule::parse("IST-1GMT0,M10.5.0,M3.5.0/1");
  CHECK(dublin->span_at(utc("2026-01-01T00:00:00Z")).offset == 0h);
  CHECK(dublin->span_at(utc("2026-07-01T00:00:00Z")).offset == 1h);
  const auto nuuk = ZoneRule::parse("<-02>2<-01>,M3.5.0/-1,M10.5.0/0");
  CHECK(nuuk->span_at(utc("2026-07-01T00:00:00Z")).begin == utc("2026-03-29T01:00:00Z"));
  const auto numbered = ZoneRule::parse("AAA0BBB,J60/0,365/24");
  CHECK(numbered->span_at(utc("2024-07-01T00:00:00Z")).begin == utc("2024-03-01T00:00:00Z"));
  CHECK(numbered->span_at(utc("2025-07-01T00:00:00Z")).begin == utc("2025-03-01T00:00:00Z"));
  CHECK(ZoneRule::parse("<+0545>-5:45")->span_at(Instant{}).offset == 5h + 45min);
}

TEST_CASE("a text that is no rule is refused") {
  for (const char* text :
       {"", "CE", "CET", "CET-", "CET-1CEST,", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0",
        "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0x", "CET-1CEST,J0,J1", "<+1",
        "CET-1C", "Europe/Berlin", "CET-168", "CET-1:60", "CET-24", "CET120", "CET-1CEST-24,M3.5.0,M10.5.0"}) {
    CAPTURE(text);
    CHECK_FALSE(ZoneRule::parse(text));
  }
}

TEST_CASE("bytes that are no zone's file are refused") {
  const std::string header = std::string("TZif2") + std::string(39, '\0');
  CHECK_FALSE(ZoneTable::parse(""));
  CHECK_FALSE(ZoneTable::parse("TZif2"));
  CHECK_FALSE(ZoneTable::parse(header));
  std::string huge = header;
  huge.replace(20, 24, 24, '\xff');
  CHECK_FALSE(ZoneTable::parse(huge + std::string(100, '\xff')));
  for (std::size_t length = 0; length < 200; ++length) CHECK_FALSE(ZoneTable::parse(std::string(length, 'T')));
}
