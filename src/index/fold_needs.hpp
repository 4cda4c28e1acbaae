#pragma once

#include <string>

#include "policy/policy.hpp"

namespace crmtrack::index {

/// A query for the stories that fold otherwise under `after` than under `before`. All that the fold asks of policy is
/// who stands at an escalation level (Policy::people_at); what else it comes to ask must be compared here as well.
std::string stories_depending_on(const policy::Policy& before, const policy::Policy& after);

/// Whether every story folds alike under both.
bool folds_alike(const policy::Policy& before, const policy::Policy& after);

}  // namespace crmtrack::index
