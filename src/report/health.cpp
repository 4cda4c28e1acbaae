#include "report/health.hpp"

#include <fmt/format.h>

#include "util/counted.hpp"

namespace crmtrack::report {

namespace {

using document::Align;
using document::Role;

void tell_project(const ProjectHealth& project, document::Lines& told) {
  const std::string verdict = project.is_red ? "red" : "one signal";
  told.lines.push_back(
      {{project.project, Role::strong}, {"  "}, {verdict, project.is_red ? Role::bad : Role::warning}});
  for (const HealthSignal& signal : project.signals)
    told.lines.push_back({{"  "},
                          {signal.signal, Role::id},
                          {fmt::format("  {} since {} [{}]: {}; {}", signal.measure, signal.since, signal.state,
                                       signal.says, util::counted(signal.records.size(), "complaint"))}});
}

Measure projects_measure(const char* name, const char* title, std::size_t count, std::size_t looked) {
  Measure measure;
  measure.name = name;
  measure.title = title;
  measure.value = static_cast<double>(count);
  measure.n = count;
  measure.denominator = looked;
  measure.unit = "projects";
  measure.of_now = true;
  return measure;
}

}  // namespace

Report make_health(const Input& input, const std::vector<ProjectHealth>& projects, std::size_t looked) {
  Report report{"health", "Health of projects", input.meta, {}, {}, {}, {}, {}};
  document::Table table{"signals",
                        {{"project", "Project"},
                         {"health", "Health"},
                         {"signal", "Signal"},
                         {"measure", "Measure"},
                         {"since", "Since"},
                         {"state", "State"},
                         {"records", "Records", Align::right},
                         {"says", "What"}},
                        {}};
  std::vector<CaseIndex> records;
  std::size_t red = 0;
  for (const ProjectHealth& project : projects) {
    red += project.is_red ? 1 : 0;
    for (const HealthSignal& signal : project.signals) {
      table.rows.push_back({{project.project},
                            {project.is_red ? "red" : "signal"},
                            {signal.signal, {}, Role::id},
                            {signal.measure},
                            {signal.since},
                            {signal.state},
                            {fmt::to_string(signal.records.size())},
                            {signal.says}});
      records.insert(records.end(), signal.records.begin(), signal.records.end());
    }
    tell_project(project, report.told);
  }
  report.measures.push_back(projects_measure("projects_red", "projects with two independent signals", red, looked));
  report.measures.push_back(projects_measure("projects_signalled", "projects with a signal", projects.size(), looked));
  report.measures.back().records = std::move(records);
  report.tables.push_back(std::move(table));
  report.table_titles.emplace_back("Signals");
  return report;
}

}  // namespace crmtrack::report
