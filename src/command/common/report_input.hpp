#pragma once

#include <string>
#include <vector>

#include "command/common/context.hpp"
#include "report/case.hpp"

namespace crmtrack::command {

/// What a report is computed from: the complaints of the filter that `words` are, the period, and the rows that it
/// wants. Throws Error(usage) for either.
report::Input load_report_input(Context& context, const std::vector<std::string>& words, const std::string& period,
                                const report::Wants& wants);

}  // namespace crmtrack::command
