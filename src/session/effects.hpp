#pragma once

#include <vector>

#include "session/rights.hpp"
#include "session/session.hpp"
#include "session/write.hpp"

namespace crmtrack::session {

/// Throws Error(refused) where one of the corrections to be written would do what the user may not do, as every fold
/// judges it (story::refuse_effects). The drafts have their ids.
void require_effects(Session& session, const OwnRights& rights, const std::vector<Draft>& drafts);

}  // namespace crmtrack::session
