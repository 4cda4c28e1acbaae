#pragma once

#include <string>
#include <vector>

#include "command/common/context.hpp"
#include "report/health.hpp"

namespace crmtrack::command {

/// The report `health`: the signals of early warning on the complaints that the words select, by project. `input` has
/// the same complaints.
report::Report load_health(Context& context, const report::Input& input, const std::vector<std::string>& words);

}  // namespace crmtrack::command
