#pragma once

#include "report/case.hpp"

namespace crmtrack::report {

/// The ten figures that tell whether complaints are handled well (docs/measures.md, report kpi).
Report make_kpi(const Input& input);

}  // namespace crmtrack::report
