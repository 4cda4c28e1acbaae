#pragma once

#include "report/case.hpp"
#include "report/report.hpp"

namespace crmtrack::report {

/// The figures of all complaints together: flow, times, outcomes, promises, praise, redress.
Report make_summary(const Input& input);

}  // namespace crmtrack::report
