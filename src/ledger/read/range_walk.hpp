#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "git/object/progress.hpp"
#include "git/program/repository.hpp"
#include "ledger/read/range.hpp"

namespace crmtrack::ledger {

/// The commits of a range and what a comparison needs of them; small, for a whole history is a million of them.
struct Walk {
  std::vector<Range::Commit> commits;       ///< parents before children
  std::vector<std::string> authors;         ///< mail addresses
  std::vector<std::string> policies;        ///< ids of commits of main, empty where a commit names none
  std::vector<git::ObjectId> trees;         ///< of each commit
  std::vector<git::ObjectId> parents;       ///< of all commits, one behind the other
  std::vector<std::uint32_t> first_parent;  ///< index into `parents` of each commit's first; one more for the end
  std::unordered_map<git::ObjectId, std::string_view> broken;  ///< commits that Git's fsck refuses, and why
  bool linear = true;  ///< each commit has one parent, the one before it; the first `older` or none

  [[nodiscard]] std::span<const git::ObjectId> parents_of(std::size_t commit) const {
    return std::span(parents).subspan(first_parent[commit], first_parent[commit + 1] - first_parent[commit]);
  }
};

/// Told of each commit of a walk, in any order, some of them twice.
using CommitVisitor = std::function<void(const git::ObjectId& id, const git::CommitObject& commit)>;

/// The commits that `newer` descends from (itself included) and `older` does not.
Walk walk_commits(const git::Repository& repository, const std::optional<git::ObjectId>& older,
                  const git::ObjectId& newer, const git::Progress& progress, const CommitVisitor& visit = {});

/// Throws Error(cancelled) where the user wants to stop.
void stop_if_interrupted(const git::Progress& progress);

}  // namespace crmtrack::ledger
