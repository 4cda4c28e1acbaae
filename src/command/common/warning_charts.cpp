#include "command/common/warning_charts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "session/warning/courses.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::command {

namespace {

using warning::Measure;
using warning::Method;

/// The unit of a measure's figures, as charts name units.
std::string_view unit_of(Measure measure) {
  switch (measure) {
    case Measure::severity:
    case Measure::broken_promises:
    case Measure::slipped_steps:
      return "share";
    case Measure::escalations:
      return "escalations for each complaint";
    case Measure::praise:
      return "good words";
    default:
      return "complaints";
  }
}

/// Whether a method looks at more than single periods, so that no limit of the chart shows why it trips.
bool looks_at_many(Method method) {
  return method == Method::ewma || method == Method::cusum || method == Method::rare_events ||
         method == Method::two_windows;
}

/// The reasons for which a period of a series stands out: `beyond the limit, cusum`.
std::string signal_text(const warning::Course& course, const warning::CoursePoint& point,
                        const session::Warnings& warnings) {
  std::vector<std::string> reasons;
  if (point.beyond) reasons.emplace_back("beyond the limit");
  for (const warning::Signal& signal : warnings.found.signals) {
    const std::size_t since = std::min(signal.trial.since, warnings.periods.size() - 1);
    if (signal.series == course.series && looks_at_many(signal.trial.method) && point.place >= since)
      reasons.emplace_back(name_of(signal.trial.method));
  }
  return util::join(reasons, ", ");
}

/// `volume_project_apollo`: the name of a table.
std::string chart_name(const std::string& series) {
  std::string name = series;
  for (char& letter : name)
    if (!((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9'))) letter = '_';
  return name;
}

document::Chart chart_of(const warning::Course& course, const session::Warnings& warnings) {
  document::ControlChart chart;
  chart.baseline = course.baseline;
  for (const warning::CoursePoint& point : course.points)
    chart.points.push_back({{warnings.periods.name_of(point.place), warnings.periods.begin_of(point.place)},
                            {point.value, {}, {}, point.n},
                            point.lower,
                            point.centre,
                            point.upper,
                            signal_text(course, point, warnings)});
  return {chart_name(course.series), fmt::format("{} by {}", course.series, warnings.periods.unit()),
          std::string(unit_of(course.measure)), std::move(chart)};
}

}  // namespace

std::vector<document::Chart> load_warning_charts(Context& context, const std::vector<std::string>& words,
                                                 const session::Warnings& warnings) {
  std::vector<document::Chart> charts;
  for (const warning::Course& course : session::load_courses(context, words, warnings))
    charts.push_back(chart_of(course, warnings));
  return charts;
}

}  // namespace crmtrack::command
