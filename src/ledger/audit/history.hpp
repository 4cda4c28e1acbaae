#pragma once

#include <cstdint>
#include <functional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "git/object/progress.hpp"
#include "ledger/audit/finding.hpp"
#include "ledger/read/range_part.hpp"
#include "ledger/read/range_walk.hpp"

namespace crmtrack::ledger {

/// The commits that an audit looks at, and what it needs of them beyond a walk.
struct AuditedHistory {
  std::optional<git::ObjectId> older;  ///< the commit that they are compared with
  git::ObjectId newer;
  git::ObjectId tree;  ///< of `newer`
  Walk walk;
  std::vector<RangePart> parts;  ///< their additions and faults, in the order of the walk
  std::unordered_set<git::ObjectId> are_signed;
  std::unordered_set<git::ObjectId> by_nobody;  ///< in the name of our merges, without those that are none
  std::unordered_map<git::ObjectId, util::Instant> authored;  ///< the author's time, where it is far from the commit's

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

/// Walks the commits, without reading their trees.
AuditedHistory walk_history(const git::Repository& repository, const std::optional<git::ObjectId>& older,
                            const git::ObjectId& newer, const git::Progress& progress);
/// Reads the additions and faults of the commits.
void read_history(const git::Repository& repository, AuditedHistory& history, const git::Progress& progress);

}  // namespace crmtrack::ledger
