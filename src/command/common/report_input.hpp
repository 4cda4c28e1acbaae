#pragma once

#include <string>
#include <vector>

#include "command/common/context.hpp"
#include "report/case.hpp"

namespace crmtrack::command {

/// The period that was asked for, or the one of its kind before it (query::span_before).
enum class Which { asked, before };

/// Loads the input of a report: the complaints that the filter in `words` selects, the period, and the rows that the
/// report wants. Throws Error(usage) where the filter or the period cannot be read.
report::Input load_report_input(Context& context, const std::vector<std::string>& words, const std::string& period,
                                const report::Wants& wants, Which which = Which::asked);

}  // namespace crmtrack::command
