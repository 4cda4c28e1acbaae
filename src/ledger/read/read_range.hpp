#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "git/object/object_id.hpp"
#include "git/object/progress.hpp"
#include "git/program/repository.hpp"
#include "ledger/read/range.hpp"

namespace crmtrack::ledger {

class PolicyLineage;
/// Where a range's commits get their lineage (policy_lineage.hpp): what is known so far, and of which commits.
struct LineageReader {
  PolicyLineage& lineage;
  std::function<std::optional<std::uint32_t>(const git::ObjectId&)> known;
};

/// Everything that the commits of `newer` added which `older` (empty: an empty ledger) does not have. Of all commits
/// that added a file, it names the one with the earliest committer time, then the smallest id. Skips equal subtrees.
/// Numbers the commits' lineages where `lineage` is given. Throws Error(cancelled) where `progress` was interrupted.
Range read_range(const git::Repository& repository, const std::string& older, const std::string& newer,
                 const git::Progress& progress, const std::optional<LineageReader>& lineage = std::nullopt);

}  // namespace crmtrack::ledger
