#pragma once

#include <vector>

#include "ledger/audit/arrival.hpp"
#include "ledger/audit/audit_history.hpp"

namespace crmtrack::ledger {

/// What no commit of a ledger does: something removed, changed, renamed, replaced, that is no record, or a merge that
/// passes for ours and is not. Takes the merges that are not out of `by_nobody`.
void audit_structure(const git::Repository& repository, AuditedHistory& history, std::vector<Finding>& findings);

/// Times that cannot be: a commit before its parent, in the future, or far from when it was written. `arrivals` are
/// those that are known to be dated back.
void audit_times(const git::Repository& repository, const AuditedHistory& history, const Arrivals& arrivals,
                 util::Instant now, std::vector<Finding>& findings);

/// Whether it takes what comes after a commit to tell which of it and its parents has the wrong date.
bool has_open_order(const git::ObjectStore& objects, const git::ObjectId& commit);
/// Says again what audit_times says of such a commit from before `after`, whose parent some of that has, and takes what
/// was remembered of it away.
void audit_order_of(const git::Repository& repository, const git::ObjectId& commit, const AuditedHistory& after,
                    const Arrivals& arrivals, util::Instant now, std::vector<Finding>& remembered,
                    std::vector<Finding>& findings);

/// Who recorded a colleague's record, as an earlier audit has noticed, that the colleague's own commit of `history`
/// adds now: then it was not theirs.
void audit_added_before(const git::ObjectStore& objects, const AuditedHistory& history,
                        const std::vector<Finding>& remembered, std::vector<Finding>& findings);

}  // namespace crmtrack::ledger
