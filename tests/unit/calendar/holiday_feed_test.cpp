#include "calendar/feed/holiday_feed.hpp"

#include <doctest/doctest.h>

#include <chrono>

#include "plans.hpp"

using namespace crmtrack::calendar;
using namespace crmtrack::calendar::testing;

namespace {

std::string event(std::initializer_list<std::string_view> lines) {
  std::string text = "BEGIN:VEVENT\r\n";
  for (const std::string_view line : lines) text.append(line).append("\r\n");
  return text + "END:VEVENT\r\n";
}

std::string calendar_of(std::initializer_list<std::string> events) {
  std::string text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n";
  for (const std::string& one : events) text += one;
  return text + "END:VCALENDAR\r\n";
}

std::string day(Date date) { return crmtrack::util::format_date(std::chrono::year_month_day(date)); }

/// Each day as `2026-12-25 Christmas Day`, a span as `2026-12-25..26 …`, a half day with its closed part; each event
/// that was not taken as `line 3 NAME: why`.
std::string read(const std::string& text, YearRange years = {2026, 2026}, const char* zone = "Europe/London") {
  const auto feed = read_holiday_feed(text, years, crmtrack::util::Zone::load(zone));
  if (!feed) return "refused: " + std::to_string(feed.error().line) + " " + feed.error().message + "\n";
  std::string said;
  for (const FeedDay& one : feed->days) {
    said += day(one.first);
    if (one.last != one.first) said += ".." + day(one.last).substr(8);
    if (one.closed) said += " " + format_hours({one.closed->from, one.closed->to});
    said += " " + one.summary + "\n";
  }
  for (const NotTaken& one : feed->not_taken)
    said += "line " + std::to_string(one.line) + " " + one.summary + ": " + one.why + "\n";
  if (feed->outside > 0) said += std::to_string(feed->outside) + " outside\n";
  return said;
}

/// An event in a calendar of its own.
std::string read_event_of(std::initializer_list<std::string_view> lines, YearRange years = {2026, 2026},
                          const char* zone = "Europe/London") {
  return read(calendar_of({event(lines)}), years, zone);
}

}  // namespace

TEST_CASE("days and spans of a feed are taken whole") {
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20261225", "DTEND;VALUE=DATE:20261226", "SUMMARY:Christmas Day"}) ==
        "2026-12-25 Christmas Day\n");
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20261225", "DTEND;VALUE=DATE:20261227", "SUMMARY:Both"}) ==
        "2026-12-25..26 Both\n");
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20261225", "DTEND;VALUE=DATE:20261225", "SUMMARY:One"}) ==
        "2026-12-25 One\n");
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20261225", "SUMMARY:No end"}) == "2026-12-25 No end\n");
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20261225", "DURATION:P3D", "SUMMARY:Long"}) == "2026-12-25..27 Long\n");
  CHECK(read_event_of({"DTSTART:20261225", "DTEND:20261226", "SUMMARY:Without VALUE"}) == "2026-12-25 Without VALUE\n");
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20261230", "DTEND;VALUE=DATE:20270103", "SUMMARY:Turn"}) ==
        "2026-12-30..31 Turn\n");
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20251230", "DTEND;VALUE=DATE:20260103", "SUMMARY:Turn"}) ==
        "2026-01-01..02 Turn\n");
}

TEST_CASE("a day of December is no day of the next year") {
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20251231", "DTEND;VALUE=DATE:20260101", "SUMMARY:Eve"}) == "1 outside\n");
}

TEST_CASE("a holiday and its substitute both count, in whichever year they stand") {
  const std::string text =
      calendar_of({event({"DTSTART;VALUE=DATE:20261226", "SUMMARY:Boxing Day"}),
                   event({"DTSTART;VALUE=DATE:20261228", "SUMMARY:Boxing Day (substitute day)"}),
                   event({"DTSTART;VALUE=DATE:20211231", "SUMMARY:New Year's Day 2022 (substitute day)"})});
  CHECK(read(text) == "2026-12-26 Boxing Day\n2026-12-28 Boxing Day (substitute day)\n1 outside\n");
  CHECK(read(text, {2021, 2021}) == "2021-12-31 New Year's Day 2022 (substitute day)\n2 outside\n");
}

TEST_CASE("an event with hours closes a part of the day") {
  CHECK(read_event_of({"DTSTART:20261224T140000", "DTEND:20261225T000000", "SUMMARY:Christmas Eve"}) ==
        "2026-12-24 14:00-24:00 Christmas Eve\n");
  CHECK(read_event_of({"DTSTART:20261224T130000Z", "DTEND:20261224T230000Z", "SUMMARY:Heiligabend"}, {2026, 2026},
                      "Europe/Berlin") == "2026-12-24 14:00-24:00 Heiligabend\n");
  CHECK(read_event_of({"DTSTART;TZID=Europe/London:20261224T140000", "DURATION:PT10H", "SUMMARY:Eve"}) ==
        "2026-12-24 14:00-24:00 Eve\n");
  CHECK(read_event_of({"DTSTART;TZID=/example.org/20260101/Europe/London:20261224T140000", "DURATION:PT2H",
                       "SUMMARY:Eve"}) == "2026-12-24 14:00-16:00 Eve\n");
  CHECK(read_event_of({"DTSTART:20261224T140000", "DTEND:20261226T120000", "SUMMARY:Days and a half"}) ==
        "2026-12-24 14:00-24:00 Days and a half\n2026-12-25 Days and a half\n2026-12-26 00:00-12:00 Days and a half\n");
}

TEST_CASE("the text of a whole day may say that it is a half one") {
  const auto said = [](std::string_view summary) {
    return read_event_of({"DTSTART;VALUE=DATE:20261224", std::string("SUMMARY:").append(summary)});
  };
  CHECK(said("Christmas Eve (half day)") == "2026-12-24 12:00-24:00 Christmas Eve (half day)\n");
  CHECK(said("Christmas Eve (Part-Day\\, from 7pm)") == "2026-12-24 19:00-24:00 Christmas Eve (Part-Day, from 7pm)\n");
  CHECK(said("Heiligabend ab 14 Uhr") == "2026-12-24 14:00-24:00 Heiligabend ab 14 Uhr\n");
  CHECK(said("Heiligabend ab 14.30 Uhr") == "2026-12-24 14:30-24:00 Heiligabend ab 14.30 Uhr\n");
  CHECK(said("Early Close 1PM") == "2026-12-24 13:00-24:00 Early Close 1PM\n");
  CHECK(said("Closes at 12:30 p.m.") == "2026-12-24 12:30-24:00 Closes at 12:30 p.m.\n");
  CHECK(said("Closes at 12:30 am") == "2026-12-24 00:30-24:00 Closes at 12:30 am\n");
  for (const char* whole :
       {"Day after 2026", "Holiday from 24 December", "Abendmahl", "New year from 99:00", "Betriebsferien ab 1.12."})
    CHECK(said(whole) == "2026-12-24 " + std::string(whole) + "\n");
  const auto feed =
      read_holiday_feed(calendar_of({event({"DTSTART;VALUE=DATE:20261224", "SUMMARY:Christmas Eve (half day)"})}),
                        {2026, 2026}, crmtrack::util::Zone::utc());
  CHECK(feed->days[0].note == "a half day by its text, which names no time: closed from noon on");
}

TEST_CASE("a day that begins at sunset is the date after it") {
  CHECK(read_event_of({"DTSTART:20260401T180000", "DTEND:20260402T180000", "SUMMARY:Pesach"}) == "2026-04-02 Pesach\n");
  CHECK(read_event_of({"DTSTART:20260401T150000Z", "DTEND:20260402T150000Z", "SUMMARY:Pesach"}, {2026, 2026},
                      "Asia/Jerusalem") == "2026-04-02 Pesach\n");
  CHECK(read_event_of({"DTSTART:20260402T150000Z", "DTEND:20260407T150000Z", "SUMMARY:Days between"}, {2026, 2026},
                      "Asia/Jerusalem") == "2026-04-03..07 Days between\n");
}

TEST_CASE("whole days written with times are the dates that people read") {
  CHECK(read_event_of({"DTSTART:20261225T000000", "DTEND:20261226T000000", "SUMMARY:A"}) == "2026-12-25 A\n");
  CHECK(read_event_of({"DTSTART:20261225T000000", "DTEND:20261225T000000", "SUMMARY:A"}) == "2026-12-25 A\n");
  CHECK(read_event_of({"DTSTART:20260524T230000Z", "DTEND:20260525T230000Z", "SUMMARY:A"}) == "2026-05-25 A\n");
  CHECK(read_event_of({"DTSTART:20260328T000000", "DTEND:20260330T000000", "SUMMARY:A"}) == "2026-03-28..29 A\n");
  for (const char* zone : {"Asia/Tokyo", "America/New_York", "Europe/Berlin", "Pacific/Auckland"})
    CHECK(read_event_of({"DTSTART:20261225T000000Z", "DTEND:20261226T000000Z", "SUMMARY:A"}, {2026, 2026}, zone) ==
          (std::string_view(zone) == "Pacific/Auckland" ? "2026-12-26 A\n" : "2026-12-25 A\n"));
  CHECK(read_event_of({"DTSTART;TZID=W. Europe Standard Time:20261225T000000",
                       "DTEND;TZID=W. Europe Standard Time:20261226T000000", "SUMMARY:A"}) == "2026-12-25 A\n");
}

TEST_CASE("rules are unfolded for the years asked") {
  const YearRange years{2026, 2028};
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20001225", "RRULE:FREQ=YEARLY", "SUMMARY:Xmas"}, years) ==
        "2026-12-25 Xmas\n2027-12-25 Xmas\n2028-12-25 Xmas\n");
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20000528", "DTEND;VALUE=DATE:20000530",
                       "RRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1SU", "SUMMARY:Two"}) == "2026-05-31..01 Two\n");
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20001231", "DTEND;VALUE=DATE:20010102", "RRULE:FREQ=YEARLY", "SUMMARY:T"}) ==
        "2026-01-01 T\n2026-12-31 T\n");
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20240229", "RRULE:FREQ=YEARLY", "SUMMARY:Leap"}, years) ==
        "2028-02-29 Leap\n");
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20250101", "RRULE:FREQ=YEARLY;COUNT=2", "SUMMARY:C"}, years) ==
        "2026-01-01 C\n");
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20260101", "RDATE;VALUE=DATE:20260704,20270704", "SUMMARY:R"}, years) ==
        "2026-01-01 R\n2026-07-04 R\n2027-07-04 R\n");
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=DAILY;INTERVAL=200", "SUMMARY:D"}) ==
        "2026-01-01 D\n2026-07-20 D\n");
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20300101", "RRULE:FREQ=YEARLY", "SUMMARY:Later"}) == "1 outside\n");
}

TEST_CASE("the end of a rule takes its own day in") {
  const YearRange years{2026, 2028};
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20200101", "RRULE:FREQ=YEARLY;UNTIL=20270101", "SUMMARY:U"}, years) ==
        "2026-01-01 U\n2027-01-01 U\n");
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20200101", "RRULE:FREQ=YEARLY;UNTIL=20270101T000000Z", "SUMMARY:U"}, years,
                      "America/New_York") == "2026-01-01 U\n2027-01-01 U\n");
  CHECK(read_event_of(
            {"DTSTART:20200101T180000", "DTEND:20200102T180000", "RRULE:FREQ=YEARLY;UNTIL=20270101", "SUMMARY:U"},
            years) == "2026-01-02 U\n2027-01-02 U\n");
  CHECK(read_event_of(
            {"DTSTART:20200101T140000", "DURATION:PT4H", "RRULE:FREQ=YEARLY;UNTIL=20270101T120000Z", "SUMMARY:U"},
            years) == "2026-01-01 14:00-18:00 U\n");
}

TEST_CASE("days are left out by their local date, however they are written") {
  for (const char* left_out : {"EXDATE;VALUE=DATE:20260704", "EXDATE:20260704", "EXDATE:20260704T000000",
                               "EXDATE:20260703T230000Z", "EXDATE;TZID=Europe/London:20260704T000000"})
    CHECK_MESSAGE(
        read_event_of({"DTSTART;VALUE=DATE:20000704", "RRULE:FREQ=YEARLY", left_out, "SUMMARY:E"}) == "1 outside\n",
        left_out);
}

TEST_CASE("a day of a series may be moved or cancelled") {
  const auto series = event({"UID:a", "DTSTART;VALUE=DATE:20200504", "RRULE:FREQ=YEARLY", "SUMMARY:May"});
  CHECK(read(calendar_of({series, event({"UID:a", "RECURRENCE-ID;VALUE=DATE:20260504", "DTSTART;VALUE=DATE:20260508",
                                         "SUMMARY:Moved"})})) == "2026-05-08 Moved\n");
  CHECK(read(calendar_of({event({"UID:a", "RECURRENCE-ID:20260504T000000", "DTSTART;VALUE=DATE:20260504",
                                 "STATUS:CANCELLED", "SUMMARY:Off"}),
                          series})) == "line 3 Off: it is cancelled\n");
  CHECK(read(calendar_of({series, event({"UID:b", "RECURRENCE-ID;VALUE=DATE:20260504", "DTSTART;VALUE=DATE:20260508",
                                         "SUMMARY:Other"})})) == "2026-05-04 May\n2026-05-08 Other\n");
  CHECK(read(calendar_of({event({"UID:a", "RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:20260504",
                                 "DTSTART;VALUE=DATE:20260508", "SUMMARY:All"})})) ==
        "line 3 All: it changes all later days of its series (RANGE)\n");
}

TEST_CASE("an event that is not taken is named with its reason") {
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20261225", "STATUS:CANCELLED", "SUMMARY:Off"}) ==
        "line 3 Off: it is cancelled\n");
  CHECK(read("BEGIN:VCALENDAR\nMETHOD:CANCEL\n" + event({"DTSTART;VALUE=DATE:20261225", "SUMMARY:Off"}) +
             "END:VCALENDAR\n") == "line 3 Off: it is cancelled\n");
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20260214", "SUMMARY:Valentine's Day",
                       "DESCRIPTION:Observance\\nTo hide observances\\, go to the settings"}) ==
        "line 3 Valentine's Day: it is an observance, no public holiday\n");
  for (const std::string text : {"😡 补班", "国庆节（班）", "Special Working Day", "Workday for 2 May"})
    CHECK(read_event_of({"DTSTART;VALUE=DATE:20260104", "SUMMARY:" + text}) ==
          "line 3 " + text + ": by its text people work on it\n");
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20260104", "SUMMARY:Special Non-working Day"}).find("people work") ==
        std::string::npos);
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20200412", "RRULE:FREQ=YEARLY;BYEASTER=0", "SUMMARY:Easter"}) ==
        "line 3 Easter: it has a line that libical does not understand (X-LIC-ERROR)\n");
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20260231", "SUMMARY:X"}) ==
        "line 3 X: its date 2026-02-31 does not exist\n");
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20261301", "SUMMARY:X"}) ==
        "line 3 X: its date 2026-13-01 does not exist\n");
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20260101", "DTEND;VALUE=DATE:20260230", "SUMMARY:X"}) ==
        "line 3 X: its date 2026-02-30 does not exist\n");
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=DAILY", "EXDATE;VALUE=DATE:20260230", "SUMMARY:X"}) ==
        "line 3 X: its date 2026-02-30 does not exist\n");
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20260101", "RRULE:FREQ=YEARLY;UNTIL=20260231", "SUMMARY:X"}) ==
        "line 3 X: its rule ends on a date that does not exist\n");
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20260102", "DTEND;VALUE=DATE:20260101", "SUMMARY:X"}) ==
        "line 3 X: it ends before it begins\n");
  CHECK(read_event_of({"DTSTART:20260102T100000", "SUMMARY:X"}) == "line 3 X: it has no length\n");
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20260101", "DTEND;VALUE=DATE:20280101", "SUMMARY:X"}) ==
        "line 3 X: it lasts longer than 366 days\n");
  CHECK(read_event_of({"DTSTART;TZID=Mars/Base:20260102T100000", "DURATION:PT1H", "SUMMARY:X"}) ==
        "line 3 X: its times are those of the zone 'Mars/Base', and the calendar's is 'Europe/London'\n");
  CHECK(read_event_of({"SUMMARY:X"}) == "line 3 X: it has no DTSTART\n");
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20260101", "DTSTART;VALUE=DATE:20260102", "SUMMARY:X"}) ==
        "line 3 X: it has more than one DTSTART\n");
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20260101", "EXRULE:FREQ=DAILY", "SUMMARY:X"}) ==
        "line 3 X: it has an EXRULE, which newer feeds no longer have\n");
}

TEST_CASE("rules that repeat within a day, or are none of a holiday, stay outside of libical") {
  const auto said = [](std::string_view rule) {
    return read_event_of({"DTSTART;VALUE=DATE:20260101", std::string("RRULE:").append(rule), "SUMMARY:X"});
  };
  for (const char* rule : {"FREQ=SECONDLY", "FREQ=MINUTELY;COUNT=3", "INTERVAL=2;freq=hourly"})
    CHECK(said(rule) == "line 3 X: its rule repeats within a day\n");
  CHECK(said("FREQ=DAILY;BYHOUR=1,2") == "line 3 X: its rule has a part that holidays do not have: BYHOUR\n");
  CHECK(said("RSCALE=CHINESE;FREQ=YEARLY") == "line 3 X: its rule has a part that holidays do not have: RSCALE\n");
  CHECK(said("FREQ=DAILY;X=" + std::string(1000, 'a')) == "line 3 X: its rule is longer than 1000 characters\n");
}

TEST_CASE("texts of a feed are one line of plain text") {
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20260101",
                       "SUMMARY;LANGUAGE=en:A\\, b\\; c\\nd\xe2\x80\xa8"
                       "e\x1b[31m\\\\"}) == "2026-01-01 A, b; c d e [31m\\\n");
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20260101", "SUMMARY:caf\xe9"}) == "2026-01-01 caf\xef\xbf\xbd\n");
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20260101", "SUMMARY:Folded", "  line", "DESCRIPTION:", "STATUS:BUSY"}) ==
        "2026-01-01 Folded line\n");
  CHECK(read_event_of({"DTSTART;VALUE=DATE:20260101", "SUMMARY:" + std::string(300, 'a')}).size() == 215);
}

TEST_CASE("a file that is none, or too much, is refused whole") {
  CHECK(read("") == "refused: 1 the file is no iCalendar file: it does not begin with BEGIN:VCALENDAR\n");
  CHECK(read("<html>\n") == "refused: 1 the file is no iCalendar file: it does not begin with BEGIN:VCALENDAR\n");
  CHECK(read("BEGIN:VEVENT\nEND:VEVENT\n") ==
        "refused: 1 the file is no iCalendar file: it does not begin with BEGIN:VCALENDAR\n");
  CHECK(read("BEGIN:VCALENDAR\nBEGIN:VEVENT\n") == "refused: 0 the file is cut off: END:VEVENT is missing\n");
  CHECK(read("BEGIN:VCALENDAR\nEND:VEVENT\n") == "refused: 2 a part of the file ends that did not begin\n");
  CHECK(read(std::string("BEGIN:VCALENDAR\n\0END:VCALENDAR\n", 31)) ==
        "refused: 0 the file is no text: it has bytes of 0\n");
  CHECK(read("BEGIN:VCALENDAR\nX:" + std::string(70000, 'a') + "\nEND:VCALENDAR\n") ==
        "refused: 2 the line is longer than 64 KiB\n");
  std::string folded = "BEGIN:VCALENDAR\nX:";
  for (int i = 0; i < 1000; ++i) folded += std::string(70, 'a') + "\n ";
  CHECK(read(folded + "\nEND:VCALENDAR\n") == "refused: 938 the line is longer than 64 KiB\n");
  CHECK(read(std::string(10 << 20, 'a')) == "refused: 0 the file is larger than 4 MiB\n");
  std::string nested = "BEGIN:VCALENDAR\n";
  for (int i = 0; i < 10; ++i) nested += "BEGIN:X\n";
  CHECK(read(nested) == "refused: 9 the parts of the file are nested too deeply\n");
}

TEST_CASE("events beyond bounds are refused in little time") {
  std::string many = "BEGIN:VCALENDAR\n";
  for (std::size_t i = 0; i <= kMostFeedEvents; ++i) many += "BEGIN:VEVENT\nEND:VEVENT\n";
  CHECK(read(many + "END:VCALENDAR\n") == "refused: 40002 the file has more than 20000 events\n");
  const std::string endless = event({"DTSTART;VALUE=DATE:19000101", "RRULE:FREQ=DAILY", "SUMMARY:X"});
  CHECK(read(calendar_of({endless, endless, endless}), {1990, 2039}) ==
        "refused: 13 the file gives more than 50000 days\n");
  const std::string counted = event({"DTSTART;VALUE=DATE:19000101", "RRULE:FREQ=DAILY;COUNT=99999", "SUMMARY:X"});
  std::string often = "BEGIN:VCALENDAR\n";
  for (int i = 0; i < 100; ++i) often += counted;
  CHECK(read(often + "END:VCALENDAR\n").find("the rules of the file ask for too much") != std::string::npos);
  // A rule that never comes true makes libical look for it up to the year 2582.
  const std::string never =
      event({"DTSTART;VALUE=DATE:20200101", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "SUMMARY:X"});
  CHECK(read(calendar_of({never})) == "line 3 X: its rule gives no day, or is one that libical cannot unfold\n");
  CHECK(read_event_of({"DTSTART;VALUE=DATE:00010101", "RRULE:FREQ=YEARLY", "SUMMARY:X"}) ==
        "line 3 X: its series begins before 1583\n");
}

TEST_CASE("a series of a century gives the days that a short one does") {
  for (const char* rule : {"FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "FREQ=YEARLY;BYDAY=-1MO;BYMONTH=5",
                           "FREQ=MONTHLY;BYMONTHDAY=-1", "FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=2", "FREQ=WEEKLY;BYDAY=SU",
                           "FREQ=DAILY;BYMONTH=2", "FREQ=YEARLY;BYYEARDAY=-1", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=WE"}) {
    CAPTURE(rule);
    const std::string text = std::string("RRULE:").append(rule);
    const std::string old = read_event_of({"DTSTART;VALUE=DATE:19240101", text, "SUMMARY:X"});
    CHECK(old == read_event_of({"DTSTART;VALUE=DATE:20240101", text, "SUMMARY:X"}));
    CHECK(old.size() > 10);
  }
}

TEST_CASE("alarms and other parts of a feed say nothing of days") {
  const std::string text =
      "\xef\xbb\xbf"
      "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nDTSTART:20000101T000000\n"
      "RRULE:FREQ=SECONDLY\nEND:STANDARD\nEND:VTIMEZONE\n\nbegin:vevent\ndtstart;value=date:20261225\n"
      "BEGIN:VALARM\nDTSTART:19990101\nEND:VALARM\nsummary:Christmas\nend:vevent\nBEGIN:VTODO\nDTSTART:20260101\n"
      "END:VTODO\nEND:VCALENDAR";
  CHECK(read(text) == "2026-12-25 Christmas\n");
}
