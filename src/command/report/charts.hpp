#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "command/common/context.hpp"
#include "report/case.hpp"

namespace crmtrack::command {

/// Throws Error(usage) where a chart is asked of a report that has none, or together with --records.
void require_chart(const Invocation& invocation, std::string_view report);
/// Adds the charts of a finished report where --chart or --picture asks for them, and for a page of HTML.
void add_wanted_charts(Context& context, const Invocation& invocation, const std::vector<std::string>& words,
                       const report::Input& input, report::Report& report);
/// Draws a report's chart into the file of --picture: the one that --table names, else the first.
int draw_report(Context& context, const Invocation& invocation, const report::Report& report);

}  // namespace crmtrack::command
