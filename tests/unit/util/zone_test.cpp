#include <doctest/doctest.h>
#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "util/error.hpp"
#include "util/tzdata.hpp"
#include "util/zone.hpp"

using namespace crmtrack::util;
using namespace std::chrono;

namespace {

Instant instant(std::string_view text) { return parse_rfc3339(text)->utc; }
std::string shown(const Zone& zone, std::string_view text) { return format_rfc3339(zone.at(instant(text))); }
std::string from_local(const Zone& zone, std::string_view local) {
  const auto time = parse_rfc3339(std::string(local) + "Z")->utc;
  return format_utc(zone.to_instant(local_seconds(time.time_since_epoch())));
}

}  // namespace

TEST_CASE("UTC is there without a database") {
  CHECK(Zone::utc().name() == "UTC");
  CHECK(shown(Zone::load("UTC"), "2026-07-01T00:00:00Z") == "2026-07-01T00:00:00Z");
  CHECK(from_local(Zone::utc(), "2026-07-01T00:00:00") == "2026-07-01T00:00:00Z");
}

TEST_CASE("an instant has the offset of its zone then") {
  const Zone berlin = Zone::load("Europe/Berlin");
  CHECK(berlin.name() == "Europe/Berlin");
  CHECK(shown(berlin, "2026-11-21T08:12:00Z") == "2026-11-21T09:12:00+01:00");
  CHECK(shown(berlin, "2026-07-01T08:12:00Z") == "2026-07-01T10:12:00+02:00");
  CHECK(shown(Zone::load("Asia/Kathmandu"), "2026-07-01T00:00:00Z") == "2026-07-01T05:45:00+05:45");
  CHECK(shown(Zone::load("America/New_York"), "2026-07-01T00:00:00Z") == "2026-06-30T20:00:00-04:00");
  CHECK(shown(Zone::load("Africa/Casablanca"), "2026-07-01T00:00:00Z") == "2026-07-01T01:00:00+01:00");
  CHECK(shown(berlin, "1980-07-01T00:00:00Z") == "1980-07-01T02:00:00+02:00");
}

TEST_CASE("summer time goes on when the table of the zone has ended") {
  CHECK(shown(Zone::load("Europe/Berlin"), "2100-07-01T00:00:00Z") == "2100-07-01T02:00:00+02:00");
  CHECK(shown(Zone::load("Europe/Berlin"), "2100-12-01T00:00:00Z") == "2100-12-01T01:00:00+01:00");
  CHECK(shown(Zone::load("Australia/Sydney"), "2100-01-15T00:00:00Z") == "2100-01-15T11:00:00+11:00");
  CHECK(from_local(Zone::load("Europe/Berlin"), "2100-03-28T02:30:00") == "2100-03-28T01:00:00Z");
}

TEST_CASE("a local time in a gap is the first instant after it") {
  const Zone berlin = Zone::load("Europe/Berlin");
  CHECK(from_local(berlin, "2026-03-29T01:59:59") == "2026-03-29T00:59:59Z");
  CHECK(from_local(berlin, "2026-03-29T02:00:00") == "2026-03-29T01:00:00Z");
  CHECK(from_local(berlin, "2026-03-29T02:59:59") == "2026-03-29T01:00:00Z");
  CHECK(from_local(berlin, "2026-03-29T03:00:00") == "2026-03-29T01:00:00Z");
  // Samoa had no 30 December 2011.
  CHECK(from_local(Zone::load("Pacific/Apia"), "2011-12-30T12:00:00") == "2011-12-30T10:00:00Z");
}

TEST_CASE("a repeated local time is its first occurrence") {
  const Zone berlin = Zone::load("Europe/Berlin");
  CHECK(from_local(berlin, "2026-10-25T01:59:59") == "2026-10-24T23:59:59Z");
  CHECK(from_local(berlin, "2026-10-25T02:00:00") == "2026-10-25T00:00:00Z");
  CHECK(from_local(berlin, "2026-10-25T02:30:00") == "2026-10-25T00:30:00Z");
  CHECK(from_local(berlin, "2026-10-25T03:00:00") == "2026-10-25T02:00:00Z");
  CHECK(berlin.to_local(instant("2026-10-25T00:30:00Z")) == berlin.to_local(instant("2026-10-25T01:30:00Z")));
}

TEST_CASE("days begin at midnight, or after the gap that swallows it") {
  const Zone berlin = Zone::load("Europe/Berlin");
  CHECK(berlin.date_of(instant("2026-11-20T23:00:00Z")) == 2026y / November / 21);
  CHECK(berlin.date_of(instant("2026-11-20T22:59:59Z")) == 2026y / November / 20);
  CHECK(format_utc(berlin.start_of(2026y / November / 21)) == "2026-11-20T23:00:00Z");
  // Brazil's summer time began at midnight.
  CHECK(format_utc(Zone::load("America/Sao_Paulo").start_of(2018y / November / 4)) == "2018-11-04T03:00:00Z");
}

TEST_CASE("local and absolute agree at every hour of many years but in gaps and overlaps") {
  for (const char* name :
       {"Europe/London", "America/Los_Angeles", "Australia/Lord_Howe", "Asia/Tehran", "Europe/Dublin"}) {
    const Zone zone = Zone::load(name);
    Instant last{};
    for (Instant time = instant("1996-01-01T00:00:00Z"); time < instant("2045-01-01T00:00:00Z"); time += 97h) {
      CHECK(zone.to_instant(zone.to_local(time)) <= time);
      CHECK(time - zone.to_instant(zone.to_local(time)) <= 1h);
      CHECK(zone.to_instant(zone.to_local(time)) > last);
      last = zone.to_instant(zone.to_local(time));
    }
  }
}

TEST_CASE("unknown zones are refused") {
  for (const char* name :
       {"Europe/Atlantis", "", "/etc/passwd", "../../../etc/passwd", "Europe", "posixrules/x", "zone.tab"}) {
    CAPTURE(name);
    CHECK_THROWS_AS(Zone::load(name), Error);
  }
}

TEST_CASE("the user's zone comes from TZ in all its forms") {
  CHECK(Zone::load_local("Europe/London").name() == "Europe/London");
  CHECK(Zone::load_local(":Europe/London").name() == "Europe/London");
  CHECK(Zone::load_local("/usr/share/zoneinfo/Europe/London").name() == "Europe/London");
  CHECK(Zone::load_local(":/usr/share/zoneinfo/Europe/London").name() == "Europe/London");
  CHECK(Zone::load_local("").name() == "UTC");
  CHECK(Zone::load_local("UTC0").at(Instant{}).offset == 0min);
  CHECK(shown(Zone::load_local("CET-1CEST,M3.5.0,M10.5.0/3"), "2026-07-01T00:00:00Z") == "2026-07-01T02:00:00+02:00");
  CHECK(shown(Zone::load_local("<+0330>-3:30"), "2026-07-01T00:00:00Z") == "2026-07-01T03:30:00+03:30");
  CHECK(shown(Zone::load_local("XST5XDT"), "2026-07-01T00:00:00Z") == "2026-06-30T20:00:00-04:00");
  CHECK_THROWS_AS(Zone::load_local("No/Such"), Error);
  CHECK_THROWS_AS(Zone::load_local("CET-1CEST,M3.5.0"), Error);
  CHECK_NOTHROW(Zone::load_local(nullptr));
}

TEST_CASE("a file is read as the C library reads it") {
  const auto folder = std::filesystem::temp_directory_path() / fmt::format("crmtrack-zones-{}", ::getpid());
  std::filesystem::create_directories(folder / "zoneinfo/Europe");
  const auto copy = folder / "office";
  std::filesystem::copy_file("/usr/share/zoneinfo/Asia/Kathmandu", copy);
  std::filesystem::copy_file("/usr/share/zoneinfo/Asia/Kathmandu", folder / "zoneinfo/Europe/London");
  std::filesystem::create_symlink("/usr/share/zoneinfo/Europe/Berlin", folder / "link");
  std::ofstream(folder / "text") << "no zone";
  CHECK(Zone::load_local(copy.c_str()).name() == copy);
  CHECK(shown(Zone::load_local((":" + copy.string()).c_str()), "2026-07-01T00:00:00Z") == "2026-07-01T05:45:00+05:45");
  CHECK(Zone::load_local((folder / "link").c_str()).name() == "Europe/Berlin");
  // Another database than the machine's is itself, whatever its names.
  const Zone other = Zone::load_local((folder / "zoneinfo/Europe/London").c_str());
  CHECK(shown(other, "2026-07-01T00:00:00Z") == "2026-07-01T05:45:00+05:45");
  CHECK_THROWS_AS(Zone::load_local((folder / "text").c_str()), Error);
  CHECK_THROWS_AS(Zone::load_local((folder / "absent").c_str()), Error);
  CHECK_THROWS_AS(Zone::load_local(folder.c_str()), Error);
  std::filesystem::remove_all(folder);
  CHECK(Zone::load_local(":").name() == "UTC");
  CHECK(Zone::load_local("/etc/localtime").at(Instant{}) == Zone::load_local(nullptr).at(Instant{}));
}

TEST_CASE("zones that count leap seconds are refused") {
  for (const char* tz : {"right/Europe/London", ":right/UTC", "/usr/share/zoneinfo/right/Europe/London"}) {
    CAPTURE(tz);
    CHECK_THROWS_AS(Zone::load_local(tz), Error);
  }
  CHECK_THROWS_AS(Zone::load("right/Europe/London"), Error);
}

TEST_CASE("the data of time zones names its version") {
  CHECK(parse_tzdata_version("# version 2026a\n# redo\n") == "2026a");
  CHECK(parse_tzdata_version("2025b\n") == "2025b");
  for (const char* text : {"", "# version unknown\n", "2026", "2026abc", "# This zic input file is in the public"})
    CHECK(parse_tzdata_version(text).empty());
}

TEST_CASE("a zone comes from another folder too, and equals one that changes at the same times") {
  const auto folder = std::filesystem::temp_directory_path() / ("crmtrack-zones." + std::to_string(getpid()));
  std::filesystem::create_directories(folder / "Europe");
  std::filesystem::copy_file("/usr/share/zoneinfo/Europe/London", folder / "Europe/London");
  std::filesystem::copy_file("/usr/share/zoneinfo/Europe/London", folder / "Europe/Berlin");
  CHECK(Zone::load_from(folder, "Europe/London") == Zone::load("Europe/London"));
  CHECK_FALSE(Zone::load_from(folder, "Europe/Berlin") == Zone::load("Europe/Berlin"));
  CHECK_FALSE(Zone::load_from(folder, "Europe/Berlin") == Zone::load_from(folder, "Europe/London"));
  CHECK(Zone::load_from(folder, "UTC") == Zone::utc());
  CHECK_THROWS_AS(Zone::load_from(folder, "Europe/Paris"), Error);
  CHECK_THROWS_AS(Zone::load_from(folder, "../Europe/London"), Error);
  std::filesystem::remove_all(folder);
}
