#pragma once

#include <vector>

#include "session/check/checks.hpp"

namespace crmtrack::session {

/// A fault for each branch, ledger or main, whose head is not wholly there, with the git command that goes back to the
/// newest commit that is. None of the other checks can be made then. Opens no ledger.
std::vector<Check> damage_checks(Session& session);

}  // namespace crmtrack::session
