#pragma once

#include <vector>

#include "ledger/arrival.hpp"
#include "ledger/audit_history.hpp"

namespace crmtrack::ledger {

/// What no commit of a ledger does: something removed, changed, renamed, replaced, that is no record, or a merge that
/// passes for ours and is not. Takes the merges that are not out of `by_nobody`.
void audit_structure(const Repository& repository, AuditedHistory& history, std::vector<Finding>& findings);

/// Times that cannot be: a commit before its parent, in the future, or far from when it was written. `arrivals` are
/// those that are known to be dated back.
void audit_times(const Repository& repository, const AuditedHistory& history, const Arrivals& arrivals,
                 util::Instant now, std::vector<Finding>& findings);

}  // namespace crmtrack::ledger
