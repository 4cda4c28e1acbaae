#pragma once

#include <string>
#include <vector>

#include "ledger/read/range.hpp"
#include "ledger/share/remotes.hpp"
#include "session/session.hpp"

namespace crmtrack::session {

/// The remote of that name; without one the upstream. Throws Error(not_found) for an unknown name, Error(repository),
/// with the way out, where there is no remote or a fetch from it would not bring both branches, or would overwrite
/// them.
ledger::Remote shared_remote(Session& session, const std::string& name);

/// Whether it is the remote that the ledger is shared with.
bool is_upstream(Session& session, const ledger::Remote& remote);

/// The commit that a reference of the repository names; empty where there is none, or no name is given.
std::string head_of(Session& session, const std::string& reference);

/// Sets up the upstream's branches and refspecs where that is not yet done, and says so. A configuration that cannot be
/// written is left as it is.
void set_up_sharing(Session& session);

/// Warns of each change of a history that the rules do not allow; of many, the first ten.
void warn_faults(Session& session, const std::vector<ledger::Range::Fault>& faults);

/// Warns of the records that the ledger has gained since a commit (empty: since its beginning) and that do not count,
/// since their authors were not allowed to write them; of many, the first five. They were merged, and change no state.
void warn_refused_records(Session& session, const std::string& before);

}  // namespace crmtrack::session
