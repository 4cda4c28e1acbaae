#include "render/chart/plot.hpp"

#include <algorithm>

#include "render/chart/number.hpp"

namespace crmtrack::render {

namespace {

using document::Estimate;
using document::Place;

Plot::Point point_of(double x, const Estimate& estimate) {
  Plot::Point point{x, finite(estimate.value), {}, {}, document::is_of_few(estimate)};
  const std::optional<double> low = finite(estimate.low), high = finite(estimate.high);
  if (low && high && *low <= *high) {
    point.low = low;
    point.high = high;
  }
  return point;
}

/// Notes in the plot what a point brings along.
void take_point(const Plot::Point& point, Plot& plot) {
  plot.values.take(point.value);
  plot.values.take(point.low);
  plot.values.take(point.high);
  plot.banded = plot.banded || point.low.has_value();
  plot.few = plot.few || (point.few && point.value);
}

void set_places(const std::vector<Place>& places, const std::vector<double>& positions, Plot& plot) {
  for (std::size_t i = 0; i < places.size(); ++i) plot.ticks.push_back({positions[i], places[i].label});
  plot.timed = has_times(places);
  if (positions.empty()) return;
  plot.first_x = positions.front();
  plot.last_x = positions.size() > 1 ? positions.back() : positions.front() + 1;
}

void add_guide(const std::string& name, bool is_limit, const document::ControlChart& chart,
               std::optional<double> document::ControlChart::Point::*member, Plot& plot) {
  Plot::Guide guide{name, is_limit, {}};
  bool any = false;
  for (std::size_t i = 0; i < chart.points.size(); ++i) {
    guide.points.push_back({plot.ticks[i].x, finite(chart.points[i].*member)});
    any = any || guide.points.back().value;
    plot.values.take(guide.points.back().value);
  }
  if (any) plot.guides.push_back(std::move(guide));
}

Plot::Line stair_of(const document::SurvivalChart::Group& group, Plot& plot) {
  Plot::Line line{group.name, {}};
  if (group.steps.empty() || group.steps.front().time > 0) line.points.push_back({0, 1.0});
  for (const auto& step : group.steps) {
    if (!finite(step.time)) continue;
    line.points.push_back(point_of(step.time, step.share));
    plot.last_x = std::max(plot.last_x, step.time);
  }
  for (const Plot::Point& point : line.points) take_point(point, plot);
  return line;
}

}  // namespace

Plot plot_of(const document::LineChart& chart) {
  Plot plot;
  const std::vector<double> positions = positions_of(chart.places);
  set_places(chart.places, positions, plot);
  for (const auto& series : chart.series) {
    Plot::Line line{series.name, {}};
    for (std::size_t i = 0; i < std::min(positions.size(), series.estimates.size()); ++i) {
      line.points.push_back(point_of(positions[i], series.estimates[i]));
      take_point(line.points.back(), plot);
    }
    plot.lines.push_back(std::move(line));
  }
  return plot;
}

Plot plot_of(const document::ControlChart& chart) {
  Plot plot;
  std::vector<Place> places;
  for (const auto& point : chart.points) places.push_back(point.place);
  const std::vector<double> positions = positions_of(places);
  set_places(places, positions, plot);
  Plot::Line line;
  for (std::size_t i = 0; i < chart.points.size(); ++i) {
    const auto& given = chart.points[i];
    line.points.push_back(point_of(positions[i], given.estimate));
    line.points.back().signal = !given.signal.empty();
    take_point(line.points.back(), plot);
    if (!given.signal.empty()) plot.signals.push_back(given.place.label + ": " + given.signal);
  }
  plot.lines.push_back(std::move(line));
  using Point = document::ControlChart::Point;
  add_guide("upper limit", true, chart, &Point::upper, plot);
  add_guide("centre", false, chart, &Point::centre, plot);
  add_guide("lower limit", true, chart, &Point::lower, plot);
  return plot;
}

Plot plot_of(const document::SurvivalChart& chart) {
  Plot plot;
  plot.stairs = true;
  plot.x_title = shown_unit(chart.time_unit);
  for (const auto& group : chart.groups) plot.lines.push_back(stair_of(group, plot));
  Range times;
  times.take(plot.last_x);
  const Scale scale = scale_of(times, 8);
  plot.last_x = scale.high;
  for (const double tick : scale.ticks) plot.ticks.push_back({tick, tick_number(tick, chart.time_unit)});
  return plot;
}

std::vector<std::size_t> chosen_ticks(std::size_t ticks, std::size_t most) {
  std::vector<std::size_t> chosen;
  if (ticks == 0 || most == 0) return chosen;
  const std::size_t step = (ticks + most - 1) / most;
  for (std::size_t i = 0; i < ticks; i += step) chosen.push_back(i);
  return chosen;
}

}  // namespace crmtrack::render
