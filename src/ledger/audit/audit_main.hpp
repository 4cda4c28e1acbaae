#pragma once

#include <vector>

#include "git/object/progress.hpp"
#include "ledger/audit/audit_history.hpp"
#include "ledger/audit/audit_memory.hpp"
#include "ledger/audit/audit_past.hpp"

namespace crmtrack::ledger {

/// Follows main as an audit follows the ledger: who changed policy without the right to, what stands there that main
/// may not hold, which policy cannot be read, and whether main, here or upstream, was rewritten. Looks at what came
/// after `memory.main`, unless `options.full` says to begin anew, and updates `memory`. False where it began anew: what
/// was found of main before holds no longer.
bool audit_main(const git::Repository& repository, AuditMemory& memory, PastOptions options,
                const git::Progress& progress, std::vector<Finding>& findings);

/// Whether a finding is about a commit of main.
bool is_of_main(FindingKind kind);

}  // namespace crmtrack::ledger
