#pragma once

#include <vector>

#include "ledger/audit/finding.hpp"
#include "ledger/audit/history.hpp"

namespace crmtrack::ledger {

/// Reports forbidden changes: a record that was removed, changed, renamed or replaced, a file that is no record, or a
/// merge that passes for ours and is not. Removes such merges from `by_nobody`.
void audit_structure(const git::Repository& repository, AuditedHistory& history, std::vector<Finding>& findings);

/// Reports a person who recorded a colleague's record, as an earlier audit noticed, if the colleague's own commit in
/// `history` adds the record now: then it was not theirs.
void audit_added_before(const git::ObjectStore& objects, const AuditedHistory& history,
                        const std::vector<Finding>& remembered, std::vector<Finding>& findings);

}  // namespace crmtrack::ledger
