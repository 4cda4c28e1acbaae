#include "warning/periods.hpp"

#include <doctest/doctest.h>

namespace crmtrack::warning::test {

namespace {

util::Instant at(const char* text) { return util::parse_rfc3339(text)->utc; }
const util::Zone kUtc = util::Zone::utc();

}  // namespace

TEST_CASE("periods are whole, and the one that runs is none of them") {
  const Periods periods(Length::week, kUtc, at("2026-01-01T12:00:00Z"), at("2026-01-20T08:00:00Z"));
  REQUIRE(periods.size() == 3);
  CHECK(periods.begin_of(0) == at("2025-12-29T00:00:00Z"));
  CHECK(periods.end() == at("2026-01-19T00:00:00Z"));
  CHECK(periods.name_of(0) == "2026-w01");
  CHECK(periods.name_of(2) == "2026-w03");
  CHECK(periods.find(at("2026-01-05T00:00:00Z")) == 1);
  CHECK(periods.find(at("2026-01-04T23:59:59Z")) == 0);
  CHECK(!periods.find(at("2026-01-19T00:00:00Z")));
  CHECK(!periods.find(at("2025-12-28T23:59:59Z")));
  CHECK(periods.first_from(at("2026-01-05T00:00:00Z")) == 1);
  CHECK(periods.first_from(at("2026-01-05T00:00:01Z")) == 2);
  CHECK(periods.first_from(at("2027-01-05T00:00:01Z")) == 3);
}

TEST_CASE("periods of every length have the names that filters take") {
  const auto last = [](Length length, const char* now) {
    const Periods periods(length, kUtc, at("2024-01-01T00:00:00Z"), at(now));
    return periods.name_of(periods.size() - 1);
  };
  CHECK(last(Length::day, "2026-03-01T01:00:00Z") == "2026-02-28");
  CHECK(last(Length::week, "2026-01-05T00:00:00Z") == "2026-w01");
  CHECK(last(Length::week, "2027-01-04T00:00:00Z") == "2026-w53");
  CHECK(last(Length::month, "2026-01-31T00:00:00Z") == "2025-12");
  CHECK(last(Length::quarter, "2026-01-31T00:00:00Z") == "2025-q4");
  CHECK(last(Length::year, "2026-01-31T00:00:00Z") == "2025");
  for (std::size_t i = 0; i < std::size(kLengths); ++i) CHECK(parse_length(kLengths[i]) == static_cast<Length>(i));
  CHECK(!parse_length("fortnight"));
}

TEST_CASE("days begin where the zone says, summer time too") {
  const util::Zone berlin = util::Zone::load("Europe/Berlin");
  const Periods periods(Length::week, berlin, at("2026-03-16T12:00:00Z"), at("2026-04-07T12:00:00Z"));
  REQUIRE(periods.size() == 3);
  CHECK(periods.begin_of(1) == at("2026-03-22T23:00:00Z"));
  CHECK(periods.begin_of(2) == at("2026-03-29T22:00:00Z"));
  CHECK(periods.name_of(1) == "2026-w13");
}

TEST_CASE("a first event in the running period gives no period, and a mistyped year few") {
  CHECK(Periods(Length::week, kUtc, at("2026-01-20T00:00:00Z"), at("2026-01-20T08:00:00Z")).size() == 0);
  CHECK(Periods(Length::week, kUtc, at("2030-01-20T00:00:00Z"), at("2026-01-20T08:00:00Z")).size() == 0);
  CHECK(Periods(Length::day, kUtc, at("0001-01-20T00:00:00Z"), at("2026-01-20T08:00:00Z")).size() == Periods::kMost);
}

}  // namespace crmtrack::warning::test
