#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "ledger/audit/history.hpp"
#include "ledger/ledger.hpp"
#include "ledger/main/history.hpp"

namespace crmtrack::ledger {

/// The circumstances by which commits on main are judged, beside policy.
struct MainRules {
  std::vector<std::string> allows;  ///< globs of the files that main may hold beside README.md and policy/
  util::Instant now{};
  bool receiving = false;                   ///< whether a server judges them, in a push
  std::optional<git::ObjectId> known = {};  ///< a commit that main had before these, where one is known
  bool answers_for_all = false;             ///< with `receiving`: the pusher has the rights `relay` and `policy`
  /// Heads that main had, by receipts and earlier audits. Not asked where the first-parent line leaves no doubt.
  std::function<std::vector<git::ObjectId>()> former_heads = {};
};

/// Finds the faults of commits on main: a change of policy whose author lacked the right by the policy before it, a
/// file that main may not hold, an author who is not in the directory. The server's hook and `audit` both use it.
/// `history` is all of main, since its first commits say who may undo a change; `main` is the same. With `receiving`,
/// only faults of commits that `known` lacks are found.
/// - A commit that main took in by a merge is judged by main as it was before that, as well as by its parent
///   (see answer_of_main).
/// - Somebody without the right does not bring main to a commit whose first parents are not main as it was.
/// - A person with the right answers for the proposals that they merged into main, by a merge that decides something
///   (see brings_main_over).
/// - A merge needs no right where it takes the policy of the side that changed it, or merges both sides entry by entry
///   (see is_policy_merge). One that takes another policy needs the right by the policy of every side.
/// - Where somebody joined two mains without a common commit, only the one that was known before counts. Where neither
///   was, the first parent's counts, and a lack of the right by the other is a warning.
void judge_main(const git::Repository& repository, const AuditedHistory& history, MainHistory& main,
                const MainRules& rules, std::vector<Finding>& findings);

/// The changes that the commits of main which `theirs` has and `ours` has not made without the right, and for which
/// nobody with the right answers: findings policy_not_allowed. Both are commits.
std::vector<Finding> find_main_faults(const Ledger& ledger, const std::string& ours, const std::string& theirs,
                                      util::Instant now);

}  // namespace crmtrack::ledger
