#pragma once

#include <string>
#include <vector>

#include "command/common/context.hpp"
#include "document/chart.hpp"
#include "session/warning/warnings.hpp"

namespace crmtrack::command {

/// Control charts of what early warning followed for these words: all complaints received, then the series of each
/// signal, which stands at the periods from which it trips.
std::vector<document::Chart> load_warning_charts(Context& context, const std::vector<std::string>& words,
                                                 const session::Warnings& warnings);

}  // namespace crmtrack::command
