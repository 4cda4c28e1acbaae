#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "git/object/object_store.hpp"

namespace crmtrack::git {

/// The relation between the histories of two commits.
struct Histories {
  std::vector<ObjectId>
      only_newer;  ///< the commits that `newer` descends from (itself included) and `older` does not: parents first
  bool older_is_ancestor = false;  ///< true also where they are equal
  std::optional<ObjectId> base;    ///< a newest commit that both descend from; nullopt: they are strangers
};

/// Compares two histories. Walks both at once, newest first, down to the commits that both have, so the cost is that of
/// the difference. `older` nullopt: an empty history. A commit that is dated more than a week before its parents may be
/// counted as only `newer`'s though `older` has it too. Calls `tell` now and then; it may throw. Throws
/// Error(repository) where a commit is absent.
Histories compare_histories(const ObjectStore& objects, const std::optional<ObjectId>& older, const ObjectId& newer,
                            const std::function<void()>& tell = {});

/// Whether `newer` is `older`, or descends from it. An absent commit is an ancestor of nothing; an index of a history
/// that was rewritten since asks for one.
bool is_ancestor(const ObjectStore& objects, const ObjectId& older, const ObjectId& newer);

}  // namespace crmtrack::git
