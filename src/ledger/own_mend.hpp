#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "ledger/repository.hpp"

namespace crmtrack::ledger {

/// What became of the own ledger's commits that no other clone or server takes.
struct OwnMended {
  std::string before, head;  ///< the branch before and now
  std::string kept_as;       ///< the reference that keeps what was there: `refs/crmtrack/mended/7f3q2mxab412`
  std::size_t commits = 0;   ///< that were at fault
};

/// Makes those commits of the own ledger that `theirs` (nullopt: an empty history) does not have anew, without what no
/// ledger may have: of each what it soundly adds, by the same author, with the same time and message. Commits before
/// the first one at fault stay as they are; whoever signed one that comes after it has to sign again. nullopt where
/// none is at fault. Throws Error(busy) where others keep writing, Error(refused) where nothing sound is left.
std::optional<OwnMended> mend_own_ledger(const Repository& repository, const std::optional<ObjectId>& theirs,
                                         util::Timestamp now, const Progress& progress);

}  // namespace crmtrack::ledger
