#pragma once

#include <chrono>
#include <cstddef>
#include <optional>

namespace crmtrack::ledger {

/// What was committed anew since a server would not take the commits as they were dated.
struct CommittedAnew {
  std::size_t records = 0;
  std::size_t of_others = 0;  ///< commits that would not be taken, and that their authors alone can commit anew
  /// How far the newest receipt is ahead of our clock, where one of the two must be wrong: nothing is committed anew.
  std::optional<std::chrono::seconds> clock_behind;
};

}  // namespace crmtrack::ledger
