#pragma once

#include <string>
#include <vector>

#include "command/common/context.hpp"
#include "command/common/report_input.hpp"
#include "command/report/registry.hpp"
#include "command/spec.hpp"
#include "report/report.hpp"

namespace crmtrack::command {

/// A report with the input that its figures are of.
struct MadeReport {
  report::Report report;
  report::Input input;
};

/// Makes a report of the complaints that `words` select, over the period and split by the keys that the options name.
/// A report over a span has the figures of the span before beside it. Throws Error(usage) for options that do not fit.
MadeReport make_report(Context& context, const Invocation& invocation, const ReportSpec& spec,
                       const std::vector<std::string>& words);

}  // namespace crmtrack::command
