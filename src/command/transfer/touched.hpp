#pragma once

#include <string>

#include "command/common/context.hpp"
#include "index/read/changed_stories.hpp"

namespace crmtrack::command {

/// The stories that got records between two commits of the ledger: those of `head` which `start` does not have. An
/// empty `start` stands for an empty ledger. Precondition: `head` descends from `start`.
index::TouchedStories touched_since(Context& context, const std::string& start, const std::string& head);

}  // namespace crmtrack::command
