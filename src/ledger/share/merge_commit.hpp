#pragma once

#include <optional>
#include <string>
#include <vector>

#include "git/object/commit_object.hpp"
#include "git/object/object_store.hpp"
#include "ledger/read/range.hpp"

namespace crmtrack::ledger {

/// The name and address in our merges. It is nobody's, since two clones that make one merge must make equal commits.
inline constexpr const char* kMergeAuthor = "crmtrack";

/// Composes the merge of two heads of the ledger from these two alone: parents sorted by id, the later parent's time
/// (of two at one second that of the larger id), and its `Policy:` trailer. `mended` adds a word to the subject.
git::CommitObject compose_merge(const git::ObjectStore& objects, const git::ObjectId& one, const git::ObjectId& other,
                                const git::ObjectId& tree, bool mended);

/// Whether a commit is, to the byte, the merge that we make of its parents. Then its parents answer for everything that
/// it holds.
bool is_our_merge(const git::ObjectStore& objects, const git::CommitObject& commit);

}  // namespace crmtrack::ledger
