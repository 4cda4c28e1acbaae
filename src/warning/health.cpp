#include "warning/health.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace crmtrack::warning {

std::vector<Health> health_of(const Found& found) {
  std::map<std::string, Health> projects;
  for (const Signal& signal : found.signals)
    if (!signal.project.empty()) projects[signal.project].signals.push_back(&signal);
  std::vector<Health> health;
  for (auto& [project, each] : projects) {
    std::set<Measure> measures;
    for (const Signal* signal : each.signals) measures.insert(signal->measure);
    each.project = project;
    each.independent = measures.size();
    health.push_back(std::move(each));
  }
  std::stable_sort(health.begin(), health.end(),
                   [](const Health& a, const Health& b) { return a.independent > b.independent; });
  return health;
}

}  // namespace crmtrack::warning
