#include "command/common/health_input.hpp"

#include <map>
#include <string_view>

#include "session/warning/warnings.hpp"
#include "warning/health.hpp"
#include "warning/sentence.hpp"

namespace crmtrack::command {

namespace {

using Places = std::map<std::string_view, report::CaseIndex>;

Places places_by_id(const report::Input& input) {
  Places places;
  for (std::size_t i = 0; i < input.cases.size(); ++i)
    places.emplace(input.cases[i].id, static_cast<report::CaseIndex>(i));
  return places;
}

report::HealthSignal signal_row(Context& context, const session::Warnings& warnings, const warning::Signal& signal,
                                const Places& places) {
  report::HealthSignal row{signal.name, std::string(name_of(signal.measure)), "new", signal.period, {}, {}};
  for (const session::Warning& item : warnings.items)
    if (item.signal == &signal) row.state = item.state();
  row.says = warning::sentence_of(signal, warnings.periods);
  for (const std::string& id : session::records_of(context, signal))
    if (const auto place = places.find(id); place != places.end()) row.records.push_back(place->second);
  return row;
}

}  // namespace

report::Report load_health(Context& context, const report::Input& input, const std::vector<std::string>& words) {
  const session::Warnings warnings = session::find_warnings(context, words);
  const Places places = places_by_id(input);
  std::vector<report::ProjectHealth> projects;
  for (const warning::Health& health : warning::health_of(warnings.found)) {
    report::ProjectHealth project{health.project, health.is_red(), {}};
    for (const warning::Signal* signal : health.signals)
      project.signals.push_back(signal_row(context, warnings, *signal, places));
    projects.push_back(std::move(project));
  }
  return report::make_health(input, projects, warnings.projects);
}

}  // namespace crmtrack::command
