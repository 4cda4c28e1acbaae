#include "report/learnt.hpp"

#include <doctest/doctest.h>

#include "told.hpp"

namespace crmtrack::report::test {

namespace {

std::vector<Lesson> lessons_told(std::size_t count) {
  std::vector<Lesson> lessons;
  for (std::size_t i = 0; i < count; ++i) lessons.push_back({0, day(static_cast<double>(i)), "", "", "ask sooner"});
  return lessons;
}

}  // namespace

TEST_CASE("a page tells the newest lessons, the table has all") {
  Input told = input();
  told.cases = {received_on(0)};
  Report report = make_lessons(told, lessons_told(kMostOnPage + 2));
  CHECK(table_of(report, "lessons").rows.size() == kMostOnPage + 2);
  CHECK(report.told.lines.size() == 2 * kMostOnPage);  // a heading and the lesson
  CHECK(report.told.lines[0][0].text == "2026-03-03");
  CHECK(report.notes == std::vector<std::string>{"the newest 50 of 52; all: --table lessons"});
  told.only_page = true;
  report = make_lessons(told, lessons_told(kMostOnPage + 2));
  CHECK(table_of(report, "lessons").rows.empty());
  CHECK(report.told.lines.size() == 2 * kMostOnPage);
  CHECK(report.measures[0].value == kMostOnPage + 2);
  CHECK(make_lessons(told, lessons_told(2)).notes.empty());
}

TEST_CASE("compliments are counted, whatever the page tells") {
  Input told = input();
  std::vector<Praise> praise(kMostOnPage + 3, Praise{day(1), "", "acme", "", "asha@example.com", "nice"});
  praise.push_back({day(2), "20260301-7f3q2mxab4", "acme", "ben@example.com", "asha@example.com", "well done"});
  for (const bool only_page : {false, true}) {
    told.only_page = only_page;
    const Report report = make_praise(told, praise);
    CHECK(report.measures[0].value == kMostOnPage + 3);
    CHECK(report.notes == std::vector<std::string>{"the newest 50 of 54; all: --table people, --table compliments"});
  }
}

}  // namespace crmtrack::report::test
