#pragma once

#include <span>
#include <string_view>

#include "report/case.hpp"
#include "report/report.hpp"

namespace crmtrack::report {

/// Adds the charts of a finished report: of what its tables have, and of the months of its input. Their numbers are
/// those of the report. A report of another name than `charted_reports` has none.
void add_charts(const Input& input, Report& report);

/// The reports that `add_charts` knows.
std::span<const std::string_view> charted_reports();

}  // namespace crmtrack::report
