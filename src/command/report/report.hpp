#pragma once

#include <string>
#include <utility>
#include <vector>

#include "command/common/context.hpp"

namespace crmtrack::command {

/// The names that `report` takes.
std::vector<std::string> report_names();
/// The measures that `report NAME --records` takes, with their titles. Throws Error(usage) for a report without any.
std::vector<std::pair<std::string, std::string>> measures_of_report(Context& context, const std::string& name);

}  // namespace crmtrack::command
