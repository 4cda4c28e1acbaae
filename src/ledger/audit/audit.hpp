#pragma once

#include "git/object/progress.hpp"
#include "ledger/audit/report.hpp"
#include "ledger/ledger.hpp"

namespace crmtrack::ledger {

/// Looks for faults in the ledger and its history (audit/finding.hpp). Never changes the ledger; remembers what it
/// has looked at. Throws Error(cancelled) where `progress` was interrupted.
AuditReport audit(const Ledger& ledger, const AuditOptions& options, const git::Progress& progress);

}  // namespace crmtrack::ledger
