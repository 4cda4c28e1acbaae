#pragma once

#include <vector>

#include "ledger/audit/finding.hpp"
#include "ledger/audit/history.hpp"
#include "ledger/audit/time/arrival.hpp"

namespace crmtrack::ledger {

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

}  // namespace crmtrack::ledger
