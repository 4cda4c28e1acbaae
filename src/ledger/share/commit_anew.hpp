#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace crmtrack::ledger {

/// What was committed anew since a server would not take the commits as they were dated.
struct CommittedAnew {
  std::size_t records = 0;
  std::vector<std::string> of_others =
      {};                   ///< commits that their authors alone can commit anew: nothing was, where any are
  std::size_t dropped = 0;  ///< commits of others whose records the server has by other commits
  bool has_moved = false;   ///< the own branch has other commits now
  bool is_unlike = false;   ///< commits of today would not hold what is here, to the byte: nothing is committed anew
  std::string head = {};    ///< what was made anew where no branch was moved
  std::vector<std::string> checkpoints = {};  ///< tags of what was replaced
  /// Why the signatures that the user makes today would not be taken either: nothing is committed anew.
  std::string unfit_key = {};
  /// How far the newest receipt is ahead of our clock, where one of the two must be wrong: nothing is committed anew.
  std::optional<std::chrono::seconds> clock_behind;
};

}  // namespace crmtrack::ledger
