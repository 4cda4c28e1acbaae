#pragma once

#include <optional>
#include <string>
#include <vector>

#include "policy/views.hpp"
#include "session/session.hpp"

namespace crmtrack::session {

/// The view of a name: the user's own (`git config crmtrack.view.NAME`), else that of policy (views.yaml). Throws
/// Error(not_found) with the names that there are.
policy::View get_view(Session& session, const std::string& name);

}  // namespace crmtrack::session
