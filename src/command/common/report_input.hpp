#pragma once

#include <span>
#include <string>
#include <vector>

#include "command/common/context.hpp"
#include "command/common/report_period.hpp"
#include "report/case.hpp"

namespace crmtrack::command {

/// Loads the input of a report: the complaints that the filter in `words` selects, as far as the period needs them, the
/// rows that the report wants, and the keys that it is grouped by. Without a filter and a group, what stands in
/// customers' own stories is in it too. Throws Error(usage) where the filter cannot be read.
report::Input load_report_input(Context& context, const std::vector<std::string>& words, const ReportPeriod& period,
                                const report::Wants& wants, std::span<const report::Key> keys = {});

}  // namespace crmtrack::command
