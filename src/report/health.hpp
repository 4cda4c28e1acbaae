#pragma once

#include <string>
#include <vector>

#include "report/case.hpp"
#include "report/report.hpp"

namespace crmtrack::report {

/// A signal of early warning that tells of a project.
struct HealthSignal {
  std::string signal, measure, state, since;
  std::string says;                ///< in words
  std::vector<CaseIndex> records;  ///< the complaints that made it trip
};

/// A project of which signals tell.
struct ProjectHealth {
  std::string project;
  bool is_red = false;
  std::vector<HealthSignal> signals;
};

/// The signals of each project, and whether it is red. There is no weighted score (docs/measures.md, Early warning).
/// `looked` is how many projects there are.
Report make_health(const Input& input, const std::vector<ProjectHealth>& projects, std::size_t looked);

}  // namespace crmtrack::report
