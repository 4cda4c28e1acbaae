#pragma once

#include <cstdint>
#include <functional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "ledger/finding.hpp"
#include "ledger/progress.hpp"
#include "ledger/range_part.hpp"
#include "ledger/range_walk.hpp"

namespace crmtrack::ledger {

/// The commits that an audit looks at, and what it needs of them beyond what a walk keeps.
struct AuditedHistory {
  std::optional<ObjectId> older;  ///< what they are compared with
  ObjectId newer;
  ObjectId tree;  ///< of `newer`
  Walk walk;
  std::vector<RangePart> parts;  ///< what they did, in the order of the walk
  std::unordered_set<ObjectId> are_signed;
  std::unordered_set<ObjectId> by_nobody;  ///< in the name of our merges; those that are none are taken out again
  std::unordered_map<ObjectId, util::Instant> authored;  ///< when, where that is far from the commit's time

  [[nodiscard]] const std::string& author_of(std::size_t commit) const {
    return walk.authors[walk.commits[commit].author];
  }
  /// A finding about a commit of the walk.
  [[nodiscard]] Finding blame(FindingKind kind, std::size_t commit, std::string_view path, std::string message) const {
    return {kind,
            severity_of(kind),
            walk.commits[commit].id.hex(),
            std::string(path),
            author_of(commit),
            walk.commits[commit].time,
            std::move(message)};
  }
};

/// Walks the commits, without looking at what they did.
AuditedHistory walk_history(const Repository& repository, const std::optional<ObjectId>& older, const ObjectId& newer,
                            const Progress& progress);
/// Looks at what they did.
void read_history(const Repository& repository, AuditedHistory& history, const Progress& progress);

}  // namespace crmtrack::ledger
