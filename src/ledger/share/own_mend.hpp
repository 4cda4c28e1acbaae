#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "git/object/progress.hpp"
#include "git/program/repository.hpp"
#include "ledger/share/push_check.hpp"

namespace crmtrack::ledger {

class OwnRewrite;

/// What became of the own ledger's commits that no other clone or server takes.
struct OwnMended {
  std::string before, head;  ///< the branch before and now
  std::string kept_as;       ///< the reference that keeps what was there: `refs/crmtrack/mended/7f3q2mxab412`
  std::size_t commits = 0;   ///< that were at fault
  std::vector<PushFault> left_out = {};       ///< records that a server refuses, or has with other bytes
  std::size_t of_others = 0;                  ///< commits that come again from those who wrote them
  std::set<std::string> taken_over = {};      ///< the user's other addresses: theirs is now under the one in use
  std::vector<std::string> checkpoints = {};  ///< tags of what was replaced
};

/// Makes those commits of the own ledger that `theirs` (nullopt: an empty history) does not have anew, without what no
/// ledger may have, and without the paths that `theirs` has with other bytes: of each what it soundly adds, by the same
/// author, with the same time and message. Commits before the first one at fault stay as they are; whoever signed one
/// that comes after it has to sign again. nullopt where none is at fault. Throws Error(busy) where others keep writing,
/// Error(refused) where nothing sound is left.
std::optional<OwnMended> mend_own_ledger(const git::Repository& repository, const std::optional<git::ObjectId>& theirs,
                                         util::Timestamp now, const git::Progress& progress);

/// Puts what a rewrite has written in the place of the branch: keeps the old head under a name, and remembers what was
/// replaced, so that no audit takes it for lost. false where somebody else moved the branch, or a repack took what was
/// written.
bool land_mended(const git::Repository& repository, const OwnRewrite& rewrite, OwnMended& mended, util::Timestamp now);

}  // namespace crmtrack::ledger
