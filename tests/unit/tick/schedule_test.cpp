#include "tick/rule/schedule.hpp"

#include <doctest/doctest.h>

#include "policy/calendars.hpp"
#include "policy/load.hpp"
#include "policy/rule_words.hpp"
#include "policy/templates.hpp"

using namespace crmtrack;

namespace {

util::Instant at(const char* text) { return util::parse_rfc3339(text)->utc; }

/// The default calendar, Monday to Friday from 9 to 17, in a zone.
calendar::Calendar office(const util::Zone& zone) {
  return calendar::Calendar(policy::plan_of(policy::load(policy::templates()).calendars.front(), zone));
}

std::string slot(const char* schedule, const char* zone, const char* now) {
  const auto found = tick::last_slot(*policy::parse_schedule(schedule), util::Zone::load(zone), at(now));
  return found ? util::format_utc(*found) : "none";
}

std::string loud(const char* quiet, const char* zone, const char* when) {
  const auto found = tick::first_loud(*policy::parse_quiet(quiet), office(util::Zone::load(zone)), at(when));
  return found ? util::format_utc(*found) : "never";
}

std::string gathered(const char* digest, const char* when) {
  const auto found =
      tick::digest_time(*policy::parse_digest(digest), office(util::Zone::load("Europe/Berlin")), at(when));
  return found ? util::format_utc(*found) : "never";
}

}  // namespace

TEST_CASE("a schedule falls at a time on the wall, in summer and in winter") {
  CHECK(slot("daily 08:00", "Europe/Berlin", "2026-07-01T05:59:59Z") == "2026-06-30T06:00:00Z");
  CHECK(slot("daily 08:00", "Europe/Berlin", "2026-07-01T06:00:00Z") == "2026-07-01T06:00:00Z");
  CHECK(slot("daily 08:00", "Europe/Berlin", "2026-12-01T08:00:00Z") == "2026-12-01T07:00:00Z");
  CHECK(slot("weekly mon 08:00", "UTC", "2026-12-01T09:00:00Z") == "2026-11-30T08:00:00Z");
  CHECK(slot("monthly 31 08:00", "UTC", "2026-12-01T09:00:00Z") == "2026-11-30T08:00:00Z");
  CHECK(slot("monthly 30 08:00", "UTC", "2026-03-01T09:00:00Z") == "2026-02-28T08:00:00Z");
  // In the hour that the clocks skip, it falls at the first instant after it.
  CHECK(slot("daily 02:30", "Europe/Berlin", "2026-03-29T02:00:00Z") == "2026-03-29T01:00:00Z");
}

TEST_CASE("quiet hours end when the calendar opens, or at their own end") {
  CHECK(loud("calendar", "UTC", "2026-11-23T10:00:00Z") == "2026-11-23T10:00:00Z");
  CHECK(loud("calendar", "UTC", "2026-11-20T17:00:00Z") == "2026-11-23T09:00:00Z");
  CHECK(loud("none", "UTC", "2026-11-22T03:00:00Z") == "2026-11-22T03:00:00Z");
  CHECK(loud("20:00-07:00", "Europe/Berlin", "2026-11-22T18:59:59Z") == "2026-11-22T18:59:59Z");
  CHECK(loud("20:00-07:00", "Europe/Berlin", "2026-11-22T19:00:00Z") == "2026-11-23T06:00:00Z");
  CHECK(loud("20:00-07:00", "Europe/Berlin", "2026-11-23T05:59:59Z") == "2026-11-23T06:00:00Z");
  CHECK(loud("12:00-13:00", "UTC", "2026-11-22T12:30:00Z") == "2026-11-22T13:00:00Z");
}

TEST_CASE("a digest gathers to the next hour, opening or week") {
  CHECK(gathered("hourly", "2026-11-23T10:10:00Z") == "2026-11-23T11:00:00Z");
  CHECK(gathered("hourly", "2026-11-23T11:00:00Z") == "2026-11-23T12:00:00Z");
  CHECK(gathered("daily", "2026-11-23T10:10:00Z") == "2026-11-24T08:00:00Z");
  CHECK(gathered("daily", "2026-11-27T10:10:00Z") == "2026-11-30T08:00:00Z");
  CHECK(gathered("weekly", "2026-11-23T10:10:00Z") == "2026-11-30T08:00:00Z");
}
