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
  std::optional<ObjectId> base;    ///< one of find_merge_bases; nullopt: they are strangers
};

/// Compares two histories. Walks both at once, newest first, down to the commits that both have, so the cost is that of
/// the difference. `older` nullopt: an empty history. A commit that is dated more than a week before its parents may be
/// counted as only `newer`'s though `older` has it too. Calls `tell` now and then; it may throw. Throws
/// Error(repository) where a commit is absent.
Histories compare_histories(const ObjectStore& objects, const std::optional<ObjectId>& older, const ObjectId& newer,
                            const std::function<void()>& tell = {});

/// The commits that both have in their histories and no other such commit descends from, in the order of their ids:
/// `git merge-base --all`. Where histories cross there are several. Dates do not matter. Empty: they are strangers.
/// Throws Error(repository) where a commit is absent.
std::vector<ObjectId> find_merge_bases(const ObjectStore& objects, const ObjectId& one, const ObjectId& other);

/// Whether `newer` is `older`, or descends from it. An absent commit is an ancestor of nothing; an index of a history
/// that was rewritten since asks for one.
bool is_ancestor(const ObjectStore& objects, const ObjectId& older, const ObjectId& newer);

}  // namespace crmtrack::git
