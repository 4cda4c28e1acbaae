#pragma once

#include <string_view>

#include "command/common/context.hpp"
#include "command/spec.hpp"

namespace crmtrack::command {

/// `accept`, `decline` and `return`: the answer to the newest escalation that has none yet.
int answer_escalation(Context& context, const Invocation& invocation, std::string_view answer, bool needs_why);

}  // namespace crmtrack::command
