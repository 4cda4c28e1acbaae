#pragma once

#include <string>
#include <vector>

#include "command/common/context.hpp"

namespace crmtrack::command {

/// `report client ID|CUSTOMER`: prints what the customer may see. Throws Error(usage) for any other number of words,
/// Error(refused) for a complaint that is void.
int report_client(Context& context, const std::vector<std::string>& words);

}  // namespace crmtrack::command
