#pragma once

#include "report/case.hpp"

namespace crmtrack::report {

/// The work of teams, split by the owner's team; it ranks no person (docs/measures.md, report workload).
Report make_workload(const Input& input);

}  // namespace crmtrack::report
