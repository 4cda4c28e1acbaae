#include "query/calendar_unit.hpp"

#include <doctest/doctest.h>

#include "util/time.hpp"

namespace crmtrack::query::test {

namespace {

util::Instant at(const char* text) { return util::parse_rfc3339(text).value().utc; }

std::vector<std::string> names(Unit unit, const char* from, const char* until,
                               const util::Zone& zone = util::Zone::utc()) {
  std::vector<std::string> found;
  for (const UnitSpan& each : split_span(unit, at(from), at(until), zone)) found.push_back(each.name);
  CHECK(found.size() == count_units(unit, at(from), at(until), zone));
  return found;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a time is split into the units of the calendar that it touches") {
  CHECK(names(Unit::month, "2026-01-15T00:00:00Z", "2026-03-01T00:00:00Z") == Names{"2026-01", "2026-02"});
  CHECK(names(Unit::quarter, "2025-12-31T00:00:00Z", "2026-04-01T00:00:01Z") == Names{"2025-q4", "2026-q1", "2026-q2"});
  CHECK(names(Unit::year, "2025-06-01T00:00:00Z", "2026-06-01T00:00:00Z") == Names{"2025", "2026"});
  CHECK(names(Unit::day, "2026-03-28T23:59:59Z", "2026-03-30T00:00:00Z") == Names{"2026-03-28", "2026-03-29"});
  // ISO 8601: 2026-01-01 is a Thursday, so its week is the first; 2027-01-01 is a Friday, so its week is the 53rd.
  CHECK(names(Unit::week, "2025-12-31T00:00:00Z", "2026-01-06T00:00:00Z") == Names{"2026-w01", "2026-w02"});
  CHECK(names(Unit::week, "2027-01-01T00:00:00Z", "2027-01-05T00:00:00Z") == Names{"2026-w53", "2027-w01"});
  CHECK(names(Unit::day, "2026-03-28T00:00:00Z", "2026-03-28T00:00:00Z").empty());
}

TEST_CASE("the first and the last unit end where the time does, and days begin in the zone") {
  const util::Zone london = util::Zone::load("Europe/London");
  const auto days = split_span(Unit::day, at("2026-03-28T12:00:00Z"), at("2026-03-30T12:00:00Z"), london);
  REQUIRE(days.size() == 3);
  CHECK(days[0].from == at("2026-03-28T12:00:00Z"));
  CHECK(days[0].until == at("2026-03-29T00:00:00Z"));
  CHECK(days[1].until == at("2026-03-29T23:00:00Z"));  // a day of 23 hours
  CHECK(days[2].until == at("2026-03-30T12:00:00Z"));
}

TEST_CASE("units are known by their words") {
  CHECK(parse_unit("month") == Unit::month);
  CHECK(parse_unit("Month") == std::nullopt);
  CHECK(parse_unit("2026") == std::nullopt);
}

}  // namespace crmtrack::query::test
