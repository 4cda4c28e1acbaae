#pragma once

#include <string_view>
#include <vector>

#include "policy/policy.hpp"

namespace crmtrack::policy {

/// The findings of `policy check`: those of `load`, and those that only show across entries (duplicate codes, a
/// replacement that does not exist, a filter on folded state, too many active reasons, a manager that is nobody). In
/// order of file and place. No message names a line, so that a finding reads alike after an edit elsewhere. A reason
/// that ends on or before `today` (an ISO date) is not active; without `today`, one that has an end.
std::vector<Finding> check(const Files& files, std::string_view today = {});

/// The findings of `check` that are no warnings. Where people, rights, settings and signatures are the only files, no
/// other file is read, not even a built-in one: commands that judge commits ask this each time.
std::vector<Finding> find_errors(const Files& files);

}  // namespace crmtrack::policy
