#pragma once

#include <vector>

#include "ledger/audit/audit_history.hpp"
#include "ledger/judge.hpp"

namespace crmtrack::ledger {

/// Tells of main, once, where it lacks the policies that most commits of a history name: another main has taken its
/// place, mostly. A single one that is absent tells nothing: main was rebased before it was pushed.
void audit_policies(const AuditedHistory& history, Judge& judge, std::vector<Finding>& findings);

}  // namespace crmtrack::ledger
