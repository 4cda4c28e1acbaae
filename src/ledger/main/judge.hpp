#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/audit/history.hpp"
#include "ledger/ledger.hpp"
#include "ledger/rule/judge.hpp"

namespace crmtrack::ledger {

/// The circumstances by which commits on main are judged, beside policy.
struct MainRules {
  std::vector<std::string> allows;  ///< globs of the files that main may hold beside README.md and policy/
  util::Instant now{};
  bool receiving = false;                   ///< whether a server judges them, in a push
  std::optional<git::ObjectId> known = {};  ///< a commit that main had before these, where one is known
  bool answers_for_all = false;             ///< with `receiving`: the pusher has the rights `relay` and `policy`
};

/// Finds the faults of commits on main: a change of policy whose author lacked the right by the policy before it, a
/// file that main may not hold, an author who is not in the directory. The server's hook and `audit` both use it.
/// `judge` knows the history that the commits are part of.
/// - A person with the right answers for the proposals that they merged into main, by a merge that decides something
///   (see brings_main_over).
/// - A merge needs no right where it takes the policy of the side that changed it, or merges both sides entry by entry
///   (see is_policy_merge). One that takes another policy needs the right by the policy of every side.
/// - Where somebody joined two mains without a common commit, only the one that was known before counts. Where neither
///   was, the first parent's counts, and a lack of the right by the other is a warning.
void judge_main(const git::Repository& repository, const AuditedHistory& history, Judge& judge, const MainRules& rules,
                std::vector<Finding>& findings);

/// The errors of the policy at a commit of main: files that cannot be read, or are in error. A server takes no such
/// policy.
std::vector<Finding> find_policy_errors(const git::Repository& repository, const std::string& commit);

/// The globs of the files that main may hold beside README.md and policy/, by the policy in force at a commit of it.
std::vector<std::string> main_allows_at(const git::Repository& repository, const std::string& commit);

/// The changes that the commits of main which `theirs` has and `ours` has not made without the right, and for which
/// nobody with the right answers: findings policy_not_allowed. Both are commits.
std::vector<Finding> find_main_faults(const Ledger& ledger, const std::string& ours, const std::string& theirs,
                                      util::Instant now);

}  // namespace crmtrack::ledger
