#pragma once

#include <string>
#include <vector>

#include "command/common/context.hpp"
#include "exchange/jsonl.hpp"

namespace crmtrack::command {

/// Warns of what an import did not take as the file has it: what it is, and who put what is there instead.
void tell_left(Context& context, const std::string& file, const std::vector<exchange::LeftOut>& left);

}  // namespace crmtrack::command
