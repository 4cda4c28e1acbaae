#pragma once

#include <vector>

#include "ledger/audit/time/arrival.hpp"

namespace crmtrack::ledger {

/// Reports the commits that came later than their dates say: a notice within the grace, a warning beyond it, or where
/// one is dated more than a day before its complaint's own record.
void audit_arrivals(const git::Repository& repository, const AuditedHistory& history, const Arrivals& arrivals,
                    std::chrono::seconds grace, std::vector<Finding>& findings);

/// Reports receipts from the future, which prove nothing.
void audit_receipts(const git::Repository& repository, util::Instant now, std::vector<Finding>& findings);

/// Reports records whose commits do not have their complaint's own record in their history.
void audit_unfounded(const git::ObjectStore& objects, const AuditedHistory& history, std::vector<Finding>& findings);

/// Reports, as audit_unfounded does, records that earlier audits looked at while their complaint had no record of its
/// own anywhere. A complaint's own record that is there now came after them. `remembered` are the findings of those
/// audits.
void audit_founded_later(const git::ObjectStore& objects, const git::ObjectId& tree,
                         const std::vector<Finding>& remembered, std::vector<Finding>& findings);

/// The time up to which this clone had heard of everything in its ledger: now, or in a clone with an upstream the time
/// of its last fetch.
util::Instant heard_until(const git::Repository& repository, util::Instant now);

/// Joins the notices of ordinary offline work into one line with their number, and those of each relay into another.
void join_notices(std::vector<Finding>& findings);

}  // namespace crmtrack::ledger
