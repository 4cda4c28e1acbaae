#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/audit/audit_history.hpp"
#include "ledger/judge.hpp"
#include "policy/policy.hpp"

namespace crmtrack::ledger {

/// By what commits on main are judged, beside policy.
struct MainRules {
  std::vector<std::string> allows;  ///< globs: what main may hold beside README.md and policy/
  util::Instant now{};
  bool receiving = false;                   ///< by a server, to which they are pushed now
  std::optional<git::ObjectId> known = {};  ///< a commit that main had before these, where one is known
  bool answers_for_all = false;             ///< with `receiving`: whoever pushes has the rights `relay` and `policy`
};

/// What commits on main do that they may not: change policy without the right to, by the policy before them, or bring
/// what main may not hold, or are by somebody who is not in the directory. One for the server's hook and for `audit`.
/// `judge` knows the history that they are part of. What a person without the right proposed is theirs who merged it
/// into main with the right to, by a merge that decides something (see brings_main_over).
/// A merge needs no right where it takes the policy of the side that changed it; one that takes another needs the right
/// by the policy of every side. Of two mains without a common commit that somebody joined, the one that was known
/// before is asked alone; where neither was, the first parent's, and a lack by the other's is a warning.
void judge_main(const git::Repository& repository, const AuditedHistory& history, Judge& judge, const MainRules& rules,
                std::vector<Finding>& findings);

/// What of a policy that stands at a commit of main cannot be read, or is in error; a server takes none of it.
std::vector<Finding> find_policy_errors(const git::Repository& repository, const std::string& commit);

/// What main may hold beside README.md and policy/, by the policy in force at a commit of it.
std::vector<std::string> main_allows_at(const git::Repository& repository, const std::string& commit);

}  // namespace crmtrack::ledger
