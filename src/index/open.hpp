#pragma once

#include "git/object/progress.hpp"
#include "index/build/meta.hpp"
#include "index/index.hpp"
#include "index/sqlite/database.hpp"

namespace crmtrack::index {

/// An opened database and the heads that it stands for.
struct Opened {
  Database database;
  Key key;
};

/// Opens the index of the current heads, bringing it up to date first.
Opened open_current(const git::Location& location, const LedgerProvider& ledger, const Index::Options& options);
/// Builds the index of the current heads anew, whatever file is there.
Opened open_rebuilt(const git::Location& location, const LedgerProvider& ledger, const Index::Options& options);
/// Builds an index of one commit in memory.
Opened open_in_memory(const ledger::Ledger& ledger, const Key& key, const policy::Files& policy_files,
                      const git::Progress& progress);

/// Prepares a reading connection: defines the `fold` function of filters, and reads through memory maps.
void prepare_for_queries(const Database& database);

}  // namespace crmtrack::index
