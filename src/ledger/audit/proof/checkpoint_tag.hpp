#pragma once

#include <optional>
#include <string>

#include "ledger/audit/proof/checkpoint.hpp"
#include "ledger/ledger.hpp"

namespace crmtrack::ledger {

/// A checkpoint of the ledger as it is now, which names the newest one before it.
Checkpoint make_checkpoint(const Ledger& ledger, util::Instant now);
/// The checkpoint that a tag holds (`checkpoint/2026-11-22T09-12-00Z`, its whole name or the last part alone);
/// nullopt where there is no such tag, or it holds none.
std::optional<Checkpoint> find_checkpoint_tag(const Ledger& ledger, const std::string& name);
/// Keeps a checkpoint as an annotated tag, made by the user's own git, and signed where the user signs commits or
/// tags. Returns the tag's name. Throws Error(program_failed) where git makes none.
std::string tag_checkpoint(Ledger& ledger, const Checkpoint& checkpoint, util::Timestamp now);

}  // namespace crmtrack::ledger
