#pragma once

#include "report/case.hpp"
#include "report/report.hpp"

namespace crmtrack::report {

/// The figures of the escalation routes: who had it at which level, and what they answered.
Report make_escalations(const Input& input);

}  // namespace crmtrack::report
