#pragma once

#include <string>
#include <vector>

#include "index/read/lookup.hpp"
#include "session/session.hpp"

namespace crmtrack::session {

/// The commands by which a user puts right what an earlier command recorded, where `undo` may not strike it any more:
/// one for each of the first records, with its ids, and a note. A later record corrects; nothing takes the earlier one
/// away.
std::vector<std::string> ways_back(Session& session, const std::vector<index::AddedRecord>& records);

}  // namespace crmtrack::session
