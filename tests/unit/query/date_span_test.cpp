#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "query/date_span.hpp"

using namespace crmtrack;
using query::Moment;

namespace {

Moment at(const char* now, const char* zone) { return {util::parse_rfc3339(now)->utc, util::Zone::load(zone), ""}; }

std::string shown(const std::string& text, const Moment& moment) {
  const auto span = query::parse_span(text, moment);
  return span ? util::format_utc(span->from) + " " + util::format_utc(span->until) : "none";
}

}  // namespace

TEST_CASE("a date means the whole of it in the moment's zone") {
  const auto utc = at("2026-11-21T12:00:00Z", "UTC");
  const auto berlin = at("2026-11-21T23:30:00Z", "Europe/Berlin");  // there it is the 22nd
  struct Case {
    std::string text;
    const Moment& moment;
    std::string span;
  };
  const std::vector<Case> cases{
      {"2026", utc, "2026-01-01T00:00:00Z 2027-01-01T00:00:00Z"},
      {"2026-11", utc, "2026-11-01T00:00:00Z 2026-12-01T00:00:00Z"},
      {"2026-12", utc, "2026-12-01T00:00:00Z 2027-01-01T00:00:00Z"},
      {"2026-q1", utc, "2026-01-01T00:00:00Z 2026-04-01T00:00:00Z"},
      {"2026-Q4", utc, "2026-10-01T00:00:00Z 2027-01-01T00:00:00Z"},
      {"2026-h1", utc, "2026-01-01T00:00:00Z 2026-07-01T00:00:00Z"},
      {"2026-H2", utc, "2026-07-01T00:00:00Z 2027-01-01T00:00:00Z"},
      {"this-half", utc, "2026-07-01T00:00:00Z 2027-01-01T00:00:00Z"},
      {"last-half", utc, "2026-01-01T00:00:00Z 2026-07-01T00:00:00Z"},
      {"2026-h3", utc, "none"},
      {"2026-11-21", utc, "2026-11-21T00:00:00Z 2026-11-22T00:00:00Z"},
      {"2024-02-29", utc, "2024-02-29T00:00:00Z 2024-03-01T00:00:00Z"},
      {"today", utc, "2026-11-21T00:00:00Z 2026-11-22T00:00:00Z"},
      {"Yesterday", utc, "2026-11-20T00:00:00Z 2026-11-21T00:00:00Z"},
      {"tomorrow", utc, "2026-11-22T00:00:00Z 2026-11-23T00:00:00Z"},
      {"-0d", utc, "2026-11-21T00:00:00Z 2026-11-22T00:00:00Z"},
      {"-1d", utc, "2026-11-21T00:00:00Z 2026-11-22T00:00:00Z"},
      {"-7d", utc, "2026-11-15T00:00:00Z 2026-11-22T00:00:00Z"},  // today included
      {"-2w", utc, "2026-11-08T00:00:00Z 2026-11-22T00:00:00Z"},
      {"this-week", utc, "2026-11-16T00:00:00Z 2026-11-23T00:00:00Z"},  // from Monday; the 21st is a Saturday
      {"last-week", utc, "2026-11-09T00:00:00Z 2026-11-16T00:00:00Z"},
      {"this-month", utc, "2026-11-01T00:00:00Z 2026-12-01T00:00:00Z"},
      {"last-month", utc, "2026-10-01T00:00:00Z 2026-11-01T00:00:00Z"},
      {"This-Quarter", utc, "2026-10-01T00:00:00Z 2027-01-01T00:00:00Z"},
      {"last-quarter", utc, "2026-07-01T00:00:00Z 2026-10-01T00:00:00Z"},
      {"this-year", utc, "2026-01-01T00:00:00Z 2027-01-01T00:00:00Z"},
      {"last-year", utc, "2025-01-01T00:00:00Z 2026-01-01T00:00:00Z"},
      {"2026-w45", utc, "2026-11-02T00:00:00Z 2026-11-09T00:00:00Z"},
      {"2026-W01", utc, "2025-12-29T00:00:00Z 2026-01-05T00:00:00Z"},  // begins in the year before
      {"2026-w53", utc, "2026-12-28T00:00:00Z 2027-01-04T00:00:00Z"},
      {"2026-11-02..2026-11-08", utc, "2026-11-02T00:00:00Z 2026-11-09T00:00:00Z"},
      {"2026-10..this-week", utc, "2026-10-01T00:00:00Z 2026-11-23T00:00:00Z"},
      {"-7d..yesterday", utc, "2026-11-14T00:00:00Z 2026-11-21T00:00:00Z"},  // a bound is one day
      {"this-week", berlin, "2026-11-15T23:00:00Z 2026-11-22T23:00:00Z"},
      {"2026-11-21T09:12", utc, "2026-11-21T09:12:00Z 2026-11-21T09:13:00Z"},
      {"2026-11-21 09:12", utc, "2026-11-21T09:12:00Z 2026-11-21T09:13:00Z"},
      {"2026-11-21T09:12:30", utc, "2026-11-21T09:12:30Z 2026-11-21T09:12:31Z"},
      {"2026-11-21t09:12:30z", utc, "2026-11-21T09:12:30Z 2026-11-21T09:12:31Z"},
      {"2026-11-21T09:12+01:00", utc, "2026-11-21T08:12:00Z 2026-11-21T08:13:00Z"},
      {"2026-11-21T09:12:30.5-05:30", utc, "2026-11-21T14:42:30Z 2026-11-21T14:42:31Z"},
      {"today", berlin, "2026-11-21T23:00:00Z 2026-11-22T23:00:00Z"},
      {"2026-11", berlin, "2026-10-31T23:00:00Z 2026-11-30T23:00:00Z"},
      {"2026-q3", berlin, "2026-06-30T22:00:00Z 2026-09-30T22:00:00Z"},
      {"2026-11-21T09:12", berlin, "2026-11-21T08:12:00Z 2026-11-21T08:13:00Z"},
      {"2026-03-29", berlin, "2026-03-28T23:00:00Z 2026-03-29T22:00:00Z"},        // 23 hours
      {"2026-10-25", berlin, "2026-10-24T22:00:00Z 2026-10-25T23:00:00Z"},        // 25 hours
      {"2026-03-29T02:30", berlin, "2026-03-29T01:00:00Z 2026-03-29T01:01:00Z"},  // inside the gap
  };
  for (const auto& each : cases) {
    const auto& text = each.text;
    const auto& moment = each.moment;
    const auto& span = each.span;
    CAPTURE(text);
    CHECK(shown(text, moment) == span);
  }
}

TEST_CASE("a text that is no date gives none") {
  const auto moment = at("2026-11-21T12:00:00Z", "UTC");
  for (const char* text : {"",
                           "2",
                           "202",
                           "20260",
                           "2026-",
                           "2026-0",
                           "2026-00",
                           "2026-13",
                           "2026-1",
                           "2026-q0",
                           "2026-q5",
                           "2026-qq",
                           "2026-q",
                           "2026-w00",
                           "2026-w1",
                           "2025-w53",
                           "2026-w54",
                           "this-day",
                           "next-week",
                           "this-",
                           "..",
                           "2026..",
                           "..2026",
                           "2026..x",
                           "2026..2027..2028",
                           "2026-11-00",
                           "2026-11-31",
                           "2025-02-29",
                           "2026-11-2",
                           "2026-11-211",
                           "2026/11/21",
                           "21.11.2026",
                           "today-1",
                           "-",
                           "-d",
                           "-30",
                           "--30d",
                           "-30m",
                           "-30h",
                           "30d",
                           "-999999d",
                           "2026-11-21T",
                           "2026-11-21T9:12",
                           "2026-11-21T25:00",
                           "2026-11-21T09:60",
                           "2026-11-21T09:12:60.5+99:00",
                           "2026-11-21T09:12x",
                           "now",
                           "-+3d",
                           "2026-11-21T09:12:00+01",
                           "\xd9\xa2\xd9\xa0\xd9\xa2\xd9\xa6"}) {
    CAPTURE(text);
    CHECK(shown(text, moment) == "none");
  }
}

TEST_CASE("a bound is the day so long ago") {
  const auto moment = at("2026-11-21T12:00:00Z", "UTC");
  CHECK(query::parse_bound("-7d", moment)->from == query::parse_span("2026-11-14", moment)->from);
  CHECK(query::parse_bound("-7d", moment)->until == query::parse_span("2026-11-14", moment)->until);
  CHECK(query::parse_bound("last-week", moment)->from == query::parse_span("last-week", moment)->from);
  CHECK_FALSE(query::parse_bound("-7", moment));
}

TEST_CASE("the period before is of the same kind") {
  const auto moment = at("2026-11-21T12:00:00Z", "Europe/Berlin");
  struct Case {
    const char* text;
    const char* before;
  };
  for (const auto& [text, before] :
       {Case{"2026-11", "2026-10"}, Case{"2026-q1", "2025-q4"}, Case{"2026", "2025"}, Case{"this-week", "last-week"},
        Case{"2026-w01", "2025-w52"}, Case{"today", "yesterday"}, Case{"-7d", "2026-11-08..2026-11-14"},
        Case{"2026-11-01..2026-11-30", "2026-10-02..2026-10-31"},
        Case{"2026-11-02..2026-11-04", "2026-10-30..2026-11-01"}, Case{"2026-11-21T09:12", "2026-11-21T09:11"}}) {
    CAPTURE(text);
    const auto span = *query::parse_span(text, moment);
    const auto found = query::span_before(text, span, moment);
    const auto expected = *query::parse_span(before, moment);
    CHECK(util::format_utc(found.from) == util::format_utc(expected.from));
    CHECK(util::format_utc(found.until) == util::format_utc(expected.until));
  }
}

TEST_CASE("whether a text is a date does not depend on the moment") {
  const auto moment = at("2026-11-21T12:00:00Z", "Pacific/Auckland");
  for (const char* text : {"0000", "9999", "9999-12", "9999-12-31", "-99999d", "0000-01-01", "9999-12-31T23:59:59"}) {
    CAPTURE(text);
    CHECK(query::parse_span(text, moment).has_value());
    CHECK(query::parse_span(text, Moment{}).has_value());
  }
}
