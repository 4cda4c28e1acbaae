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

/// Everything that the commits of `newer` which are not `older`'s (empty: an empty ledger) added; as Ledger::range.
Range read_range(const git::Repository& repository, const std::string& older, const std::string& newer,
                 const git::Progress& progress, const std::optional<LineageReader>& lineage = std::nullopt);

}  // namespace crmtrack::ledger
