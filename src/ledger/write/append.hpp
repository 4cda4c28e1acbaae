#pragma once

#include "git/object/progress.hpp"
#include "ledger/ledger.hpp"
#include "ledger/write/addition.hpp"

namespace crmtrack::ledger {

enum class Landed { yes, story_moved };

/// Adds one commit, durable when it returns (docs/architecture.md, Durability). Retries while other writers win.
/// Returns `story_moved`, with nothing written, where one of `unchanged` did change. Throws Error(busy) where the
/// lock stays held, Error(refused) where a path exists already, Error(repository) where `ledger` is checked out in a
/// worktree or the repository cannot be written.
Landed append(Ledger& ledger, const Addition& addition, util::Timestamp now);
/// Adds very many files in one commit and one pack, as `append` does. Bulk does it for files that need not be held
/// all at once.
Landed append_bulk(Ledger& ledger, const Addition& addition, util::Timestamp now, const git::Progress& progress);

}  // namespace crmtrack::ledger
