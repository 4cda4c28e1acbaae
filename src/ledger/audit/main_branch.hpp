#pragma once

#include <vector>

#include "git/object/progress.hpp"
#include "ledger/audit/history.hpp"
#include "ledger/audit/memory.hpp"
#include "ledger/audit/past.hpp"

namespace crmtrack::ledger {

/// Follows main as an audit follows the ledger. Reports changes of policy without the right, files that main may not
/// hold, policy that cannot be read, and a main that was rewritten, here or upstream. Looks at the commits after
/// `memory.main`, unless `options.full` asks for all, and updates `memory`. Returns false where it started over: then
/// earlier findings about main hold no longer.
bool audit_main(const git::Repository& repository, AuditMemory& memory, PastOptions options,
                const git::Progress& progress, std::vector<Finding>& findings);

/// Whether a finding is about a commit of main.
bool is_of_main(FindingKind kind);

}  // namespace crmtrack::ledger
