#pragma once

#include <unordered_set>
#include <vector>

#include "git/object/object_store.hpp"
#include "util/time.hpp"

namespace crmtrack::ledger {

/// A history as it was known at a time.
struct KnownAt {
  std::vector<git::ObjectId> heads;         ///< those known commits that have all others behind them; one, or several
                                            ///< that nothing known had merged; in order of id
  std::unordered_set<git::ObjectId> later;  ///< the commits that nobody knew
};

/// Parts a history at `time`. Nobody knew the commits that are dated after it, unless a commit dated up to it descends
/// from them. So a commit of a clock that ran behind brings its ancestors along, whatever their clocks said. Reads the
/// commits dated after `time` and, where branches meet there, those of the month before.
KnownAt known_at(const git::ObjectStore& objects, const git::ObjectId& head, util::Instant time);

}  // namespace crmtrack::ledger
