#pragma once

#include <string>

#include "index/index.hpp"

namespace crmtrack::index {

/// The index as it was at a ledger commit, with the policy that it names: its own scratch database.
Index open_as_of(const git::Location& location, const LedgerProvider& ledger, const std::string& ledger_commit,
                 Index::Options options);
/// The index of the records that were committed up to `time`, with the newest policy that one of those
/// commits names.
Index open_as_of_time(const git::Location& location, const LedgerProvider& ledger, util::Instant time,
                      Index::Options options);

}  // namespace crmtrack::index
