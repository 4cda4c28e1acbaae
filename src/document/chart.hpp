#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "util/time.hpp"

namespace crmtrack::document {

/// A value of a chart, and how sure it is. A number that nobody knows is absent: no chart draws it as 0.
struct Estimate {
  std::optional<double> value = {};
  std::optional<double> low = {}, high = {};  ///< its 95 % interval
  std::optional<std::size_t> n = {};          ///< the number of cases that it was made from
};

/// Estimates made from fewer cases than this are drawn hollow: one case more may move them far.
inline constexpr std::size_t kFewCases = 5;
/// Whether an estimate was made from so few cases that a chart has to show it.
inline bool is_of_few(const Estimate& estimate) { return estimate.n && *estimate.n < kFewCases; }

/// A place on the horizontal axis, such as a month. Places stand as far apart as their times where each has one, later
/// than the one before; otherwise they stand evenly.
struct Place {
  std::string label;
  std::optional<util::Instant> at = {};  ///< its beginning
};

/// Bars from zero, one for each label, in the given order.
struct BarChart {
  struct Bar {
    std::string label;
    Estimate estimate;
  };
  std::vector<Bar> bars;
};

/// A line for each series, with the band of its intervals. A series has an estimate for each place; further ones are
/// not shown, and those that are absent are not known.
struct LineChart {
  struct Series {
    std::string name;
    std::vector<Estimate> estimates;
  };
  std::vector<Place> places;
  std::vector<Series> series;
};

/// A series in time against the limits of its usual variation. Limits may differ from point to point.
struct ControlChart {
  struct Point {
    Place place;
    Estimate estimate;
    std::optional<double> lower = {}, centre = {}, upper = {};
    std::string signal = {};  ///< why the point stands out, for people: `above the upper limit`; empty: it does not
  };
  std::vector<Point> points;
  std::size_t baseline = 0;  ///< the centre and the limits come from the first so many points; 0: from elsewhere
};

/// Counts, the greatest first, and the share that each makes together with those before it.
struct ParetoChart {
  struct Bar {
    std::string label;
    std::size_t count = 0;
  };
  std::vector<Bar> bars;
  std::size_t others = 0;  ///< counted in the whole, but not worth a bar each
};

/// The share that has not come to its end by a time, as a stair for each group. A producer of many steps gives those of
/// whole days or weeks.
struct SurvivalChart {
  struct Step {
    double time = 0;   ///< from here on, until the next step
    Estimate share{};  ///< n: the cases that were still at risk just before
  };
  struct Group {
    std::string name;
    std::vector<Step> steps;  ///< by time; the curve begins with the whole at time 0
  };
  std::vector<Group> groups;
  std::string time_unit = "calendar_days";
};

/// Values by row and column. A row has a cell for each column; one that is absent is not known.
struct HeatMap {
  std::string row_title, column_title;
  std::vector<std::string> rows, columns;
  std::vector<std::vector<Estimate>> cells;
};

/// Numbers to be drawn: data, labels and units. Renderers decide how they look. Labels may hold anything.
struct Chart {
  using Figure = std::variant<BarChart, LineChart, ControlChart, ParetoChart, SurvivalChart, HeatMap>;
  std::string name;   ///< snake_case: of the table of its numbers
  std::string title;  ///< for people
  std::string unit;   ///< of the values, as measures have it: complaints, share (0 to 1), calendar_days …
  Figure figure;
};

}  // namespace crmtrack::document
