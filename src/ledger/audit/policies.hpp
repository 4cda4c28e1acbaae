#pragma once

#include <vector>

#include "ledger/audit/history.hpp"
#include "ledger/rule/judge.hpp"

namespace crmtrack::ledger {

/// Reports, once, a main that lacks the policies which most commits of a history name: usually another main has taken
/// its place. A single absent one is not reported, since main may have been rebased before it was pushed.
void audit_policies(const AuditedHistory& history, Judge& judge, std::vector<Finding>& findings);

}  // namespace crmtrack::ledger
