#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "git/object/object_store.hpp"
#include "git/program/repository.hpp"
#include "ledger/read/range.hpp"

namespace crmtrack::ledger {

/// The result of judging the structure of a range of commits (docs/domain.md, Who may do what).
struct StructureVerdict {
  std::vector<Range::Fault> faults;  ///< the faults, also those that were put right since
  bool is_sound = true;              ///< there are no faults, or the newest tree has put all right
};

/// Judges the commits that `newer` has and `base` (nullopt: an empty history), from which it descends, has not.
/// - A removal or change is put right if the newest tree keeps all that the range added, each file as it was first
///   added, and all of the base, and has nothing else.
/// - A commit that Git's fsck refuses, or that begins a history which is no ledger's, is put right if a mend has joined
///   it.
/// - A merge that changes a file back to the first content in its history is no fault at all.
StructureVerdict judge_structure(const git::Repository& repository, const std::optional<git::ObjectId>& base,
                                 const git::ObjectId& newer, const Range& range);

}  // namespace crmtrack::ledger
