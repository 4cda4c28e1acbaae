#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ledger/object_store.hpp"
#include "ledger/range.hpp"

namespace crmtrack::ledger {

/// What came of judging a range of commits as structure (DESIGN §2).
struct StructureVerdict {
  std::vector<Range::Fault> faults;  ///< also those that were put right since
  bool is_sound = true;              ///< there are none, or the newest tree has put all right
};

/// Judges the commits that `newer` has and `base` (nullopt: an empty history), from which it descends, has not. Put
/// right is what a commit removed or changed where the newest tree keeps all that the range added, each file as it was
/// first added, and all of the base, and has nothing else.
StructureVerdict judge_structure(const ObjectStore& objects, const std::optional<ObjectId>& base, const ObjectId& newer,
                                 const Range& range);

/// Whether a record is larger than any that we read (256 KiB).
bool is_oversized(const ObjectStore& objects, std::string_view path, const ObjectId& blob);

}  // namespace crmtrack::ledger
