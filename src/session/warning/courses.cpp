#include "session/warning/courses.hpp"

#include <algorithm>

#include "session/filter.hpp"
#include "session/warning/series.hpp"

namespace crmtrack::session {

std::vector<warning::Course> load_courses(Session& session, const std::vector<std::string>& words,
                                          const Warnings& warnings) {
  const Watched watched = load_watched(session, parse_filter(session, words));
  const warning::SetBaselines baselines = load_baselines(session);
  std::vector<std::string> names{std::string(name_of(warning::Measure::volume))};
  for (const warning::Signal& signal : warnings.found.signals)
    if (std::find(names.begin(), names.end(), signal.series) == names.end()) names.push_back(signal.series);
  std::vector<warning::Course> courses;
  if (watched.periods.size() == 0) return courses;
  for (const std::string& name : names)
    for (const warning::Series& series : watched.series) {
      if (series.name() != name) continue;
      const auto set = baselines.find(name);
      courses.push_back(warning::course_of(series, watched.periods, set == baselines.end() ? nullptr : &set->second));
    }
  return courses;
}

}  // namespace crmtrack::session
