#pragma once

#include "command/common/context.hpp"
#include "report/case.hpp"
#include "report/report.hpp"

namespace crmtrack::command {

/// The report of what is missing in the complaints of a report; `everywhere`: in customers' own stories too.
report::Report load_compliance(Context& context, const report::Input& input, bool everywhere);

}  // namespace crmtrack::command
