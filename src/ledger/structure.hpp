#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "git/object/object_store.hpp"
#include "git/program/repository.hpp"
#include "ledger/range.hpp"

namespace crmtrack::ledger {

/// What came of judging a range of commits as structure (DESIGN §2).
struct StructureVerdict {
  std::vector<Range::Fault> faults;  ///< also those that were put right since
  bool is_sound = true;              ///< there are none, or the newest tree has put all right
};

/// Judges the commits that `newer` has and `base` (nullopt: an empty history), from which it descends, has not. Put
/// right is what a commit removed or changed where the newest tree keeps all that the range added, each file as it was
/// first added, and all of the base, and has nothing else; of a commit that Git's fsck refuses, or that begins a
/// history which is no ledger's, where a mend has joined it. No fault at all is what a mended merge changes back to
/// what its history had first.
StructureVerdict judge_structure(const git::Repository& repository, const std::optional<git::ObjectId>& base,
                                 const git::ObjectId& newer, const Range& range);

}  // namespace crmtrack::ledger
