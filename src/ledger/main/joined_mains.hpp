#pragma once

#include <optional>
#include <span>
#include <vector>

#include "git/object/object_store.hpp"
#include "ledger/main/history.hpp"

namespace crmtrack::ledger {

/// The sides of a merge that are a main of their own, with no commit in common with this main.
struct JoinedMains {
  std::vector<git::ObjectId> parents;
  bool is_known = false;  ///< which side is this main, by what it had before

  [[nodiscard]] bool contains(const git::ObjectId& parent) const;
};

/// Finds the sides of a merge that somebody joined to this main. `known` is a commit that this main had before; without
/// one the first parent counts as this main.
JoinedMains find_joined_mains(const git::ObjectStore& objects, MainHistory& main,
                              std::span<const git::ObjectId> parents, const std::optional<git::ObjectId>& known);

}  // namespace crmtrack::ledger
