#pragma once

#include <cstddef>

namespace crmtrack::ledger {

/// What was committed anew since a server would not take the commits as they were dated.
struct CommittedAnew {
  std::size_t records = 0;
  std::size_t of_others = 0;  ///< commits that would not be taken, and that their authors alone can commit anew
};

}  // namespace crmtrack::ledger
