#pragma once

#include <vector>

#include "git/object/progress.hpp"
#include "ledger/audit/history.hpp"
#include "ledger/audit/memory.hpp"

namespace crmtrack::ledger {

struct PastOptions {
  bool full = false;    ///< look at the digests of the newest checkpoints again
  bool forget = false;  ///< pass over the logs of references
  util::Instant now{};
};

/// Compares the ledger with its earlier states: heads that earlier audits, the reference logs, the upstream, other
/// branches and the tags of checkpoints know. Reports those that it no longer descends from, and the records that are
/// hidden by that. Updates `memory.seen` and `memory.tags`.
void audit_past(const git::Repository& repository, const AuditedHistory& history, AuditMemory& memory,
                PastOptions options, const git::Progress& progress, std::vector<Finding>& findings);

/// Reports the commits that `lost` has and `head` has not, and each of their records that the ledger's tree lacks.
void tell_lost(const git::Repository& repository, const git::ObjectId& head, const git::ObjectId& lost,
               const AuditMemory& memory, Finding finding, const git::Progress& progress,
               std::vector<Finding>& findings);

}  // namespace crmtrack::ledger
