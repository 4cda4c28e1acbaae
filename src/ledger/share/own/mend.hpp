#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "git/object/progress.hpp"
#include "git/program/repository.hpp"
#include "ledger/ledger.hpp"
#include "ledger/read/range.hpp"
#include "ledger/share/push/check.hpp"

namespace crmtrack::ledger {

class OwnRewrite;

/// The result of mending own commits that no other clone or server takes.
struct OwnMended {
  std::string before, head;  ///< the branch before and now
  std::string kept_as;       ///< the reference that keeps the former head: `refs/crmtrack/mended/7f3q2mxab412`
  std::size_t commits = 0;   ///< the number of commits that were at fault
  std::vector<PushFault> left_out = {};   ///< records that a server refuses, or has with other bytes
  std::size_t of_others = 0;              ///< the number of commits that come again from their authors
  std::set<std::string> taken_over = {};  ///< the user's other addresses; their records are now under the present one
  std::vector<std::string> checkpoints = {};  ///< tags that hold replaced commits
};

/// Makes those commits of the own ledger that `theirs` (nullopt: an empty history) does not have anew: each with its
/// author, time and message and everything sound that it adds. Leaves out the forbidden parts, and the paths that
/// `theirs` has with other bytes. Commits before the first one at fault stay as they are; a person who signed a later
/// one has to sign again. nullopt where none is at fault. Throws Error(busy) where others keep writing, Error(refused)
/// where nothing sound is left.
std::optional<OwnMended> mend_own_ledger(const git::Repository& repository, const std::optional<git::ObjectId>& theirs,
                                         util::Timestamp now, const git::Progress& progress);

/// Puts the commits of a rewrite in the place of the branch, keeps the old head under a name, and remembers the
/// replaced commits, so that no audit takes them for lost. false where somebody else moved the branch, or a repack took
/// the new objects.
bool land_mended(const git::Repository& repository, const OwnRewrite& rewrite, OwnMended& mended, util::Timestamp now);

/// The faults of the commits that the own ledger has and `theirs` (empty: an empty ledger) has not, for which no
/// other clone takes them. Empty where all is sound, or was put right since.
std::vector<Range::Fault> find_own_faults(const Ledger& ledger, const std::string& theirs,
                                          const git::Progress& progress);
/// Makes the commits that `theirs` does not have anew, without the forbidden parts. nullopt where there is nothing to
/// mend.
std::optional<OwnMended> mend_own(Ledger& ledger, const std::string& theirs, util::Timestamp now,
                                  const git::Progress& progress);

}  // namespace crmtrack::ledger
