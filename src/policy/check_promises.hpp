#pragma once

#include <functional>
#include <string>
#include <vector>

#include "policy/policy.hpp"

namespace crmtrack::policy {

/// The findings about targets and calendars that only show across entries and files: targets that overlap, that no
/// complaint ever reaches, or that warn before they begin; names of calendars and profiles that nothing has; no default
/// calendar. Only an overlap is an error: the other entries are in force all the same.
std::vector<Finding> check_promises(const Policy& policy, const Files& files);

/// Warns of the zones, of calendars and settings, for which `knows_zone` says no. The rules of zones are the machine's,
/// so this is no part of `check`, which judges the policy of others as well.
std::vector<Finding> check_zones(const Policy& policy, const Files& files,
                                 const std::function<bool(const std::string& zone)>& knows_zone);

/// Whether a target fits each complaint that another one fits: all that its filter asks for, the other one asks for
/// too.
bool is_as_general(const PromiseTarget& target, const PromiseTarget& other);

}  // namespace crmtrack::policy
