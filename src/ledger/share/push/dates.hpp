#pragma once

#include <optional>
#include <vector>

#include "ledger/audit/history.hpp"
#include "ledger/share/push/check.hpp"
#include "ledger/share/push/receipt.hpp"

namespace crmtrack::ledger {

/// Whether a server with that newest receipt refuses a commit of the ledger for its date: it is dated more than the
/// grace before, so that nothing shows that it was written then.
bool is_dated_too_early(util::Instant commit, const Receipt& newest, std::chrono::seconds grace);

/// Those of a push. Merges of ours are left out: their dates are their parents'.
std::vector<PushFault> find_early_commits(const AuditedHistory& history, const Receipt& newest,
                                          std::chrono::seconds grace);

/// Whether a commit is dated so far after now that its clock was wrong: by that date a role or a policy would count
/// that does not hold yet.
bool is_dated_in_future(util::Instant commit, util::Instant now);

/// Those of a push; merges of ours are left out. `last`: the newest receipt of all; where that lies in the future too,
/// it may be the server's clock that is wrong.
std::vector<PushFault> find_future_commits(const AuditedHistory& history, util::Instant now,
                                           const std::optional<Receipt>& last);

}  // namespace crmtrack::ledger
