#pragma once

#include <vector>

#include "session/session.hpp"
#include "tick/rule/firing.hpp"

namespace crmtrack::tick {

/// Fires the rules on what has happened since they last fired, all in one commit: a record for each that is
/// to be told, or is not and why. With --dry-run it writes nothing. Gives what it recorded, or would have.
std::vector<Notification> tell(session::Session& session, const policy::Rules& rules);

/// The rules of the policy in force.
policy::Rules rules_in_force(session::Session& session);

}  // namespace crmtrack::tick
