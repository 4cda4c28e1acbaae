#pragma once

#include <optional>
#include <string>
#include <vector>

#include "git/object/commit_object.hpp"
#include "git/object/object_store.hpp"
#include "ledger/range.hpp"

namespace crmtrack::ledger {

/// Name and address of whoever a merge of ours is by: nobody, since two clones that make the same merge must make the
/// same commit.
inline constexpr const char* kMergeAuthor = "crmtrack";

/// A merge of two heads of the ledger, made of nothing but these two: parents sorted by id, the later parent's time
/// (of two at the same second the larger id's), and its `Policy:` trailer. `mended` says so in the subject.
git::CommitObject compose_merge(const git::ObjectStore& objects, const git::ObjectId& one, const git::ObjectId& other,
                                const git::ObjectId& tree, bool mended);

/// Whether a commit is, to the byte, the merge that we make of its parents: then its parents answer for all that it
/// holds.
bool is_our_merge(const git::ObjectStore& objects, const git::CommitObject& commit);

}  // namespace crmtrack::ledger
