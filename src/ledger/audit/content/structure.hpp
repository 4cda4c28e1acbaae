#pragma once

#include <vector>

#include "ledger/audit/history.hpp"
#include "ledger/audit/time/arrival.hpp"

namespace crmtrack::ledger {

/// Reports forbidden changes: a record that was removed, changed, renamed or replaced, a file that is no record, or a
/// merge that passes for ours and is not. Removes such merges from `by_nobody`.
void audit_structure(const git::Repository& repository, AuditedHistory& history, std::vector<Finding>& findings);

/// Reports impossible times: a commit dated before its parent, in the future, or far from the time when it was written.
/// `arrivals` are commits known to be dated back.
void audit_times(const git::Repository& repository, const AuditedHistory& history, const Arrivals& arrivals,
                 util::Instant now, std::vector<Finding>& findings);

/// Whether only later commits can tell which of a commit and its parents has the wrong date.
bool has_open_order(const git::ObjectStore& objects, const git::ObjectId& commit);
/// Judges such a commit from before `after` again, and removes the remembered findings about it. A commit of `after`
/// has it for a parent.
void audit_order_of(const git::Repository& repository, const git::ObjectId& commit, const AuditedHistory& after,
                    const Arrivals& arrivals, util::Instant now, std::vector<Finding>& remembered,
                    std::vector<Finding>& findings);

/// Reports a person who recorded a colleague's record, as an earlier audit noticed, if the colleague's own commit in
/// `history` adds the record now: then it was not theirs.
void audit_added_before(const git::ObjectStore& objects, const AuditedHistory& history,
                        const std::vector<Finding>& remembered, std::vector<Finding>& findings);

}  // namespace crmtrack::ledger
