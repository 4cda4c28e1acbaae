#pragma once

#include <unordered_set>

#include "git/object/object_store.hpp"
#include "util/time.hpp"

namespace crmtrack::ledger {

/// The commits of a history that nobody knew at `time`: they are dated after it, and no commit dated up to it descends
/// from them. So a commit of a clock that ran behind brings its ancestors along, whatever their clocks said. Reads the
/// commits dated after `time` and, where branches meet there, those of the month before.
std::unordered_set<git::ObjectId> commits_after(const git::ObjectStore& objects, const git::ObjectId& head,
                                                util::Instant time);

}  // namespace crmtrack::ledger
