#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "warning/baseline.hpp"
#include "warning/periods.hpp"
#include "warning/series.hpp"

namespace crmtrack::warning {

/// The figure of one period, and the limits of its usual variation.
struct CoursePoint {
  std::size_t place = 0;                       ///< of the period, among Periods
  std::optional<double> value;                 ///< none: nothing that could be counted, such as no promise due
  std::optional<std::size_t> n;                ///< of shares and rates: what they are of
  std::optional<double> centre, lower, upper;  ///< none where the series has no baseline yet, or is too rare
  bool beyond = false;                         ///< comes after the baseline, and is beyond the upper limit
};

/// A series from period to period, as a control chart shows it.
struct Course {
  std::string series;  ///< its name: `volume/project:apollo`
  Measure measure = Measure::volume;
  std::vector<CoursePoint> points;
  std::size_t baseline = 0;  ///< the first so many points set the centre and the limits; 0: others did, or none
};

/// A course has no more than so many of the last periods.
inline constexpr std::size_t kMostPoints = 60;

/// The last periods of a series, with the limits that tell single periods apart: the methods of docs/measures.md
/// without those that look at many periods together.
Course course_of(const Series& series, const Periods& periods, const SetBaseline* set);

}  // namespace crmtrack::warning
