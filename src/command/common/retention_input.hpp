#pragma once

#include "command/common/context.hpp"
#include "report/case.hpp"
#include "report/report.hpp"

namespace crmtrack::command {

/// The report `retention` over all complaints of the input, whatever its period. `everywhere`: contacts in customers'
/// own stories count too.
report::Report load_retention(Context& context, report::Input& input, bool everywhere);

}  // namespace crmtrack::command
