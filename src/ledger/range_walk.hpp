#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ledger/repository.hpp"

namespace crmtrack::ledger {

/// What a comparison needs of a commit; small, for a whole history is a million of them.
struct WalkedCommit {
  ObjectId id;
  ObjectId tree;
  std::vector<ObjectId> parents;
  util::Instant time{};
  std::uint32_t author = 0;  ///< index into Walk::authors
};

struct Walk {
  std::vector<WalkedCommit> commits;  ///< parents before children
  std::vector<std::string> authors;   ///< mail addresses
  bool linear = true;                 ///< each commit has one parent, the one before it; the first `older` or none
};

/// The commits that `newer` descends from (itself included) and `older` does not.
Walk walk_commits(const Repository& repository, const std::optional<ObjectId>& older, const ObjectId& newer,
                  const Progress& progress);

/// Throws Error(cancelled) where the user wants to stop.
void stop_if_interrupted(const Progress& progress);

}  // namespace crmtrack::ledger
