#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ledger/commit_object.hpp"
#include "ledger/object_sink.hpp"
#include "ledger/overlay_sink.hpp"
#include "ledger/range.hpp"
#include "ledger/repository.hpp"

namespace crmtrack::ledger {

/// What became of two trees that were made one.
struct UnitedTree {
  ObjectId tree;
  std::set<std::string> settled;    ///< of two contents the one stands that their history has first
  std::set<std::string> undecided;  ///< the history does not tell: the left one's stands
};

/// Unites `left` and `right`, trees made of those of `heads`.
UnitedTree unite_by_history(const Repository& repository, OverlaySink& sink, const ObjectId& left,
                            const ObjectId& right, const std::vector<ObjectId>& heads);

/// The tree that `sync --mend` makes of two commits: every sound file of ours (nullopt: there is none yet), of theirs,
/// and of what the commits of `range`, which are theirs, added and perhaps removed again. Where a path has two contents
/// the one stands that the history has first; where it does not tell, ours, else what was added first.
ObjectId write_mended_tree(const Repository& repository, ObjectSink& sink, const std::optional<ObjectId>& ours,
                           const ObjectId& theirs, const Range& range);

/// Whether `sync --mend` makes this commit of its parents: what it lacks of them is not sound, and what it has beyond
/// them their commits had added; of two contents of a path it has none but the one that the history has first, where
/// that tells.
bool is_mended_merge(const Repository& repository, const CommitObject& commit);

/// Of `paths`, those that the merge `commit` has as its history had them first, with that content: what `sync --mend`
/// puts back.
std::map<std::string, ObjectId> find_restored(const Repository& repository, const CommitObject& commit,
                                              const std::set<std::string>& paths);

}  // namespace crmtrack::ledger
