#pragma once

#include <string>
#include <vector>

#include "command/common/context.hpp"
#include "view/trail.hpp"

namespace crmtrack::command {

/// The records with their commits, in the order in which the ledger came to know them.
std::vector<view::TrailEntry> trail_of(Context& context, const std::vector<story::Entry>& entries);

/// `report trail ID…`.
int report_trail(Context& context, const std::vector<std::string>& words);

}  // namespace crmtrack::command
