#pragma once

#include "session/check/checks.hpp"

namespace crmtrack::session {

/// Looks for complaints that are not ended and whose owner has left.
Check check_leavers(Session& session);
/// Looks for customers whose story contradicts itself.
Check check_contested_customers(Session& session);

/// Looks for complaints on which something fell due more than a day ago, and nobody's `tick` has done it.
Check check_tick(Session& session);

/// Looks for messages of rules that have failed for good, or that could have been sent more than a day ago.
Check check_messages(Session& session);

}  // namespace crmtrack::session
