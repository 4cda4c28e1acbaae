#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ledger/object_store.hpp"
#include "ledger/range.hpp"

namespace crmtrack::ledger {

/// Whether a tree keeps all that a range of commits added, each file as it was first added, and all of `base` (nullopt:
/// an empty tree), and has nothing else: then what a commit in between removed or changed has been put back since.
bool is_whole(const ObjectStore& objects, const std::optional<ObjectId>& base, const ObjectId& tree,
              const Range& range);

/// Whether a record is larger than any that we read (256 KiB).
bool is_oversized(const ObjectStore& objects, std::string_view path, const ObjectId& blob);

/// Records of the range that are larger than any that we read (256 KiB).
std::vector<Range::Fault> find_oversized(const ObjectStore& objects, const Range& range);

}  // namespace crmtrack::ledger
