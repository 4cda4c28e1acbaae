#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "git/object/object_store.hpp"

namespace crmtrack::git {

/// How the histories of two commits lie to each other.
struct Histories {
  std::vector<ObjectId>
      only_newer;                  ///< what `newer` descends from (itself included) and `older` does not: parents first
  bool older_is_ancestor = false;  ///< or the same
  std::optional<ObjectId> base;    ///< a newest commit that both descend from; nullopt: they are strangers
};

/// Walks both at once, newest first, and no further down than to what both have: the cost is that of the difference.
/// `older` nullopt: an empty history. A commit that is dated more than a week before its parents may be told as only
/// `newer`'s though `older` has it too. Calls `tell` now and then; it may throw. Throws Error(repository) where a
/// commit is absent.
Histories compare_histories(const ObjectStore& objects, const std::optional<ObjectId>& older, const ObjectId& newer,
                            const std::function<void()>& tell = {});

/// Whether `newer` is `older`, or descends from it. An absent commit is an ancestor of nothing: an index made of a
/// history that was rewritten since asks for it.
bool is_ancestor(const ObjectStore& objects, const ObjectId& older, const ObjectId& newer);

}  // namespace crmtrack::git
