#pragma once

#include <vector>

#include "exchange/import.hpp"
#include "session/session.hpp"

namespace crmtrack::session {

/// Adds the words of an import that policy does not list yet (`add:` in a map), in one commit to main.
void add_policy_words(Session& session, const std::vector<exchange::PolicyWord>& words);

}  // namespace crmtrack::session
