#pragma once

#include <optional>
#include <string>

#include "ledger/share/merge.hpp"
#include "session/session.hpp"

namespace crmtrack::session {

/// Checks what a fetch has brought into the upstream's tracking branch and merges it into the ledger, with one notice.
/// Where it cannot be merged now, a notice says why, and the ledger is read as it is. Costs nothing where nothing came
/// since the last look. Returns where the ledger was before, if something was merged (empty: there was none).
std::optional<std::string> receive(Session& session);

/// `12 new records from 'origin' on 3 complaints, by asha@example.com and 2 more`.
std::string received_sentence(const ledger::Merged& merged, const std::string& remote);

}  // namespace crmtrack::session
