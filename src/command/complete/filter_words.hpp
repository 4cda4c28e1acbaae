#pragma once

#include <string>

#include "command/complete/completion.hpp"

namespace crmtrack::command {

/// The keys of the filter language that `prefix` may become (`sev` → `severity:`), its modifiers behind a dot
/// (`received.` → `received.after:`), and behind the colon or a comma its values (`status:op` → `status:open`).
Candidates complete_filter(Context& context, const std::string& prefix);

}  // namespace crmtrack::command
