#pragma once

#include "git/object/progress.hpp"
#include "index/build/meta.hpp"

namespace crmtrack::index {

/// Brings a database from its key to `key`, all or nothing. False where it must be built anew: the older commit is no
/// ancestor of the newer one, or something else than adding happened between them.
bool refresh(const Database& database, const ledger::Ledger& ledger, const Key& key, const git::Progress& progress);

}  // namespace crmtrack::index
