#pragma once

#include <optional>
#include <string>
#include <vector>

#include "session/session.hpp"

namespace crmtrack::session {

/// The ids of the contested complaints, in order; nullopt where the ledger cannot be read.
std::optional<std::vector<std::string>> find_contested(Session& session);
/// The ids of the complaints that are contested now and were not `before`. Looks at the repository anew.
std::vector<std::string> find_newly_contested(Session& session, const std::vector<std::string>& before);
/// Says which complaints became contested, the first ten by their short ids, and how to settle them.
void tell_contested(Session& session, const std::vector<std::string>& ids);

}  // namespace crmtrack::session
