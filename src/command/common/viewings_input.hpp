#pragma once

#include <vector>

#include "command/common/context.hpp"
#include "report/viewings.hpp"

namespace crmtrack::command {

/// The views of the period that are about the reader, and those that the reader opened; of nobody else. Throws
/// Error(refused) where Git does not know who reads.
std::vector<report::SeenView> load_viewings(Context& context, const report::Input& input);

}  // namespace crmtrack::command
