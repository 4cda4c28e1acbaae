#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ledger/ledger.hpp"

namespace crmtrack::ledger {

struct OwnPart;
struct PushFault;

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

/// Commits own records anew that the server would refuse by its receipts: because their commits are dated too far
/// back or in the future, or are signed by a key that has ended. `theirs` is the server's head. Replaces all own
/// commits that it has not by commits of now, with the same paths and bytes, on top of `theirs`. Does nothing where
/// commits of others are among them that the server has not by other commits, or where the newest receipt is of the
/// future, since a clock is wrong then.
CommittedAnew commit_anew(Ledger& ledger, const std::string& theirs, util::Timestamp now);
/// Commits own records anew that the server has refused for their signatures or their authors.
CommittedAnew commit_anew(Ledger& ledger, const std::string& theirs, const std::vector<PushFault>& refused,
                          util::Timestamp now);
/// Makes the commits that the own part adds to `theirs` anew, as commit_anew does, but moves no branch. `head` is
/// empty where nothing was to be made anew, or the signatures would be refused.
CommittedAnew commit_part_anew(const Ledger& ledger, const std::string& theirs, const OwnPart& part,
                               util::Timestamp now);

}  // namespace crmtrack::ledger
