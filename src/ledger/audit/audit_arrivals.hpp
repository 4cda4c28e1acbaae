#pragma once

#include <vector>

#include "ledger/audit/arrival.hpp"

namespace crmtrack::ledger {

/// Tells of the commits that came later than their dates say: a notice within the grace, a warning beyond it, or where
/// one is dated more than a day before its complaint's own record.
void audit_arrivals(const git::Repository& repository, const AuditedHistory& history, const Arrivals& arrivals,
                    std::chrono::seconds grace, std::vector<Finding>& findings);

/// Tells of receipts that are of the future: they show nothing.
void audit_receipts(const git::Repository& repository, util::Instant now, std::vector<Finding>& findings);

/// Tells of records whose commits do not have their complaint's own record in their history.
void audit_unfounded(const git::ObjectStore& objects, const AuditedHistory& history, std::vector<Finding>& findings);

/// As audit_unfounded, of records that earlier audits looked at, when their complaint had no record of its own
/// anywhere: one that has come since came after them. `remembered` is what those audits found.
void audit_founded_later(const git::ObjectStore& objects, const git::ObjectId& tree,
                         const std::vector<Finding>& remembered, std::vector<Finding>& findings);

/// Up to when this clone had heard of everything that is in its ledger: now, or where it has an upstream when it last
/// fetched.
util::Instant heard_until(const git::Repository& repository, util::Instant now);

/// Of the findings, the notices of ordinary offline work as one line with their number, and those of what each relay
/// brought.
void join_notices(std::vector<Finding>& findings);

}  // namespace crmtrack::ledger
