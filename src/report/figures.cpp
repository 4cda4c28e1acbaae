#include "report/figures.hpp"

#include "statistics/quantile.hpp"

namespace crmtrack::report {

Measure figure(std::string name, std::string title, std::string unit, std::optional<double> value, std::size_t n) {
  Measure measure;
  measure.name = std::move(name);
  measure.title = std::move(title);
  measure.unit = std::move(unit);
  measure.value = value;
  measure.n = n;
  return measure;
}

void add_quantiles(Report& report, const std::string& name, const std::string& half, const std::string& most,
                   const std::vector<double>& days) {
  report.measures.push_back(
      figure(name + "_median", half, "calendar_days", statistics::nearest_rank(days, 0.5), days.size()));
  report.measures.push_back(
      figure(name + "_p90", most, "calendar_days", statistics::nearest_rank(days, 0.9), days.size()));
}

void take_measures(Report& report, Report from, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names)
    for (Measure& measure : from.measures)
      if (measure.name == name) report.measures.push_back(std::move(measure));
}

}  // namespace crmtrack::report
