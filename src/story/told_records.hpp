#pragma once

#include <map>
#include <string>
#include <vector>

#include "record/record.hpp"
#include "story/entry_state.hpp"
#include "story/story.hpp"

namespace crmtrack::story {

/// The records of a folded story that count, in its order, each as corrections leave it. Left out are records that were
/// struck, set aside or moved elsewhere, and those that repeat another one. They last as long as the story.
std::vector<const record::Record*> told_records(const std::vector<Entry>& entries,
                                                const std::map<std::string, EntryState>& notes,
                                                const Revisions& revised);

}  // namespace crmtrack::story
