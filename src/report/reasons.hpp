#pragma once

#include "report/case.hpp"
#include "report/report.hpp"

namespace crmtrack::report {

/// The figures by reason, and how well the list of reasons serves.
Report make_reasons(const Input& input);

}  // namespace crmtrack::report
