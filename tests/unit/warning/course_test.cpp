#include "warning/course.hpp"

#include <doctest/doctest.h>

#include "warning/signal.hpp"
#include "weekly.hpp"

namespace crmtrack::warning::test {

TEST_CASE("a course has the counts of the periods, and the limit at which the method signals") {
  const Series series = weekly(then(kUsual, {4, 3, 14}), Measure::volume, "project:apollo");
  const Periods periods = weeks(24);
  const Course course = course_of(series, periods, nullptr);
  CHECK(course.series == "volume/project:apollo");
  CHECK(course.baseline == kBaselinePeriods);
  REQUIRE_FALSE(course.points.empty());
  const CoursePoint& last = course.points.back();
  CHECK(last.value == 14.0);
  CHECK(last.beyond);
  CHECK_FALSE(course.points[course.points.size() - 2].beyond);
  for (const Signal& signal : find_signals({series}, {}, periods, {}, "").signals)
    if (signal.trial.method == Method::poisson_limit) {
      CHECK(last.upper == signal.trial.limit);
      CHECK(last.centre.value() == doctest::Approx(signal.trial.baseline));
      CHECK(periods.name_of(last.place) == signal.period);
    }
}

TEST_CASE("a series without a baseline has no limits, and one of nothing no points") {
  const Course course = course_of(weekly({3, 4, 5}, Measure::volume, ""), weeks(4), nullptr);
  REQUIRE_FALSE(course.points.empty());
  for (const CoursePoint& point : course.points) CHECK_FALSE(point.upper.has_value());
  CHECK(course.baseline == 0);
  CHECK(course_of({}, weeks(4), nullptr).points.empty());
}

TEST_CASE("a long course has its last periods alone") {
  const Course course = course_of(weekly(std::vector<int>(100, 4), Measure::volume, ""), weeks(100), nullptr);
  CHECK(course.points.size() == kMostPoints);
  CHECK(course.baseline == 0);
  CHECK(course.points.back().place == 99);
}

}  // namespace crmtrack::warning::test
