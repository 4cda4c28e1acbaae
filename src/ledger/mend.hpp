#pragma once

#include <optional>

#include "ledger/commit_object.hpp"
#include "ledger/object_sink.hpp"
#include "ledger/range.hpp"
#include "ledger/repository.hpp"

namespace crmtrack::ledger {

/// The tree that `sync --mend` makes: every sound file of ours (nullopt: there is none yet), of theirs, and of what the
/// commits of `range`, which are theirs, added and perhaps removed again. Where a path has two contents ours stands,
/// else what was added first.
ObjectId write_mended_tree(const ObjectStore& objects, ObjectSink& sink, const std::optional<ObjectId>& ours,
                           const ObjectId& theirs, const Range& range);

/// Whether `sync --mend` makes this commit of its parents: what it lacks of them is not sound, and what it has beyond
/// them their commits had added.
bool is_mended_merge(const Repository& repository, const CommitObject& commit);

}  // namespace crmtrack::ledger
