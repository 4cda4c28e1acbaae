#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "git/object/commit_object.hpp"
#include "git/object/object_sink.hpp"
#include "git/object/overlay_sink.hpp"
#include "git/program/repository.hpp"
#include "ledger/read/range.hpp"

namespace crmtrack::ledger {

/// The result of uniting two trees.
struct UnitedTree {
  git::ObjectId tree;
  std::set<std::string> settled;    ///< paths with two contents; the one stands that their history has first
  std::set<std::string> undecided;  ///< paths with two contents of which the history does not tell; the left one stands
};

/// Unites `left` and `right`, trees made of those of `heads`.
UnitedTree unite_by_history(const git::Repository& repository, git::OverlaySink& sink, const git::ObjectId& left,
                            const git::ObjectId& right, const std::vector<git::ObjectId>& heads);

/// Writes the tree that `sync --mend` makes of two commits: every sound file of ours (nullopt: there is none yet), of
/// theirs, and of those that the commits of `range`, which are theirs, added and perhaps removed again. If a path has
/// two contents, the one stands that the history has first; where it does not tell, ours, and else the one that was
/// added first.
git::ObjectId write_mended_tree(const git::Repository& repository, git::ObjectSink& sink,
                                const std::optional<git::ObjectId>& ours, const git::ObjectId& theirs,
                                const Range& range);

/// Whether `sync --mend` would make this commit of its parents. It lacks only unsound files of them, has beyond them
/// only files that their commits had added, and of two contents only the one that the history has first, where that
/// tells.
bool is_mended_merge(const git::Repository& repository, const git::CommitObject& commit);

/// Those of `paths` that the merge `commit` has as its history had them first, with that content: the files that
/// `sync --mend` puts back.
std::map<std::string, git::ObjectId> find_restored(const git::Repository& repository, const git::CommitObject& commit,
                                                   const std::set<std::string>& paths);

}  // namespace crmtrack::ledger
