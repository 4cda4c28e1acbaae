#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "command/common/context.hpp"
#include "report/report.hpp"

namespace crmtrack::command {

/// Prints the complaints that a figure counts: their ids alone, or with --format or --fields as `list` does.
int print_records(Context& context, const std::vector<std::string>& words, const std::vector<std::string>& ids);
/// Prints a report, or one table of it.
int print_report(Context& context, const report::Report& report, const std::optional<std::string>& table);
/// The names that `report` takes.
std::vector<std::string> report_names();
/// The names that `report` takes, each with the question that the report answers.
std::vector<std::pair<std::string, std::string>> report_questions();
/// The keys that `report --by` takes.
std::vector<std::string> report_keys();
/// The measures that `report NAME --records` takes, with their titles. Throws Error(usage) for a report without any.
std::vector<std::pair<std::string, std::string>> measures_of_report(Context& context, const std::string& name);

}  // namespace crmtrack::command
