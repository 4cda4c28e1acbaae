#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace crmtrack::ledger {

/// The result of committing own records anew, because a server would not take their commits as they were dated.
struct CommittedAnew {
  std::size_t records = 0;
  std::vector<std::string> of_others =
      {};                   ///< commits that only their authors can commit anew; if there are any, nothing was
  std::size_t dropped = 0;  ///< commits of others whose records the server has by other commits
  bool has_moved = false;   ///< the own branch has other commits now
  bool is_unlike = false;   ///< commits of today would not give equal bytes: nothing is committed anew
  std::string head = {};    ///< the new head, where no branch was moved
  std::vector<std::string> checkpoints = {};  ///< tags that hold replaced commits
  /// The reason why the signatures that the user makes today would not be taken either; then nothing is committed anew.
  std::string unfit_key = {};
  /// The time by which the newest receipt is ahead of our clock, where one of the two must be wrong; then nothing is
  /// committed anew.
  std::optional<std::chrono::seconds> clock_behind;
};

}  // namespace crmtrack::ledger
