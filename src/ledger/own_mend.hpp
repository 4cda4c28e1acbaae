#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ledger/push_check.hpp"
#include "ledger/repository.hpp"

namespace crmtrack::ledger {

/// What became of the own ledger's commits that no other clone or server takes.
struct OwnMended {
  std::string before, head;  ///< the branch before and now
  std::string kept_as;       ///< the reference that keeps what was there: `refs/crmtrack/mended/7f3q2mxab412`
  std::size_t commits = 0;   ///< that were at fault
  std::vector<PushFault> left_out = {};  ///< records that a server refuses
};

/// Makes those commits of the own ledger that `theirs` (nullopt: an empty history) does not have anew, without what no
/// ledger may have: of each what it soundly adds, by the same author, with the same time and message. Commits before
/// the first one at fault stay as they are; whoever signed one that comes after it has to sign again. nullopt where
/// none is at fault. Throws Error(busy) where others keep writing, Error(refused) where nothing sound is left.
std::optional<OwnMended> mend_own_ledger(const Repository& repository, const std::optional<ObjectId>& theirs,
                                         util::Timestamp now, const Progress& progress);

/// What a server would refuse of a push that makes `head` its ledger.
using PushJudge = std::function<std::vector<PushFault>(const std::string& head)>;

/// Makes the own commits anew without the records that a server refuses, and without those that it would refuse then,
/// since they need these. The rest is as mend_own_ledger has it. nullopt where it refuses no record.
std::optional<OwnMended> leave_out_refused(const Repository& repository, const std::optional<ObjectId>& theirs,
                                           const PushJudge& judge, util::Timestamp now);

}  // namespace crmtrack::ledger
