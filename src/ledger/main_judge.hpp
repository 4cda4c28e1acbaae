#pragma once

#include <string>
#include <vector>

#include "ledger/audit_history.hpp"
#include "ledger/judge.hpp"
#include "policy/policy.hpp"

namespace crmtrack::ledger {

/// What commits on main do that they may not: change policy without the right to, by the policy before them, or bring
/// what main may not hold. One for the server's hook and for `audit`. `judge` knows the history that they are part of.
/// A merge needs no right where it takes the policy of the side that changed it; one that takes another needs the right
/// by the policy of every side.
void judge_main(const Repository& repository, const AuditedHistory& history, Judge& judge,
                const std::vector<std::string>& allows, std::vector<Finding>& findings);

/// What of a policy that stands at a commit of main cannot be read, or is in error; a server takes none of it.
std::vector<Finding> find_policy_errors(const Ledger& ledger, const std::string& commit);

/// What main may hold beside README.md and policy/, by the policy in force at a commit of it.
std::vector<std::string> main_allows_at(const Ledger& ledger, const std::string& commit);

}  // namespace crmtrack::ledger
