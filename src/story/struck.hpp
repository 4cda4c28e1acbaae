#pragma once

#include <set>
#include <string>
#include <vector>

#include "story/story.hpp"

namespace crmtrack::story {

/// The records that their writers took back, in a story that nobody folds: the journal's. A fold tells by EntryState.
std::set<std::string> struck_records(const std::vector<Entry>& entries);

}  // namespace crmtrack::story
