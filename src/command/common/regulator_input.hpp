#pragma once

#include "command/common/context.hpp"
#include "report/case.hpp"
#include "report/report.hpp"

namespace crmtrack::command {

/// The regulator's return over the complaints of the input (docs/measures.md, report regulator): those of projects with
/// `regulatory: disp` where policy has such, else all.
report::Report load_regulator(Context& context, report::Input& input);

}  // namespace crmtrack::command
