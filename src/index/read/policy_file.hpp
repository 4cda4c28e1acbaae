#pragma once

#include <string>

#include "index/index.hpp"

namespace crmtrack::index {

/// A file of the policy in force (`settings.yaml`); empty where there is none. To read all of policy costs more than
/// most lists.
std::string policy_file(const Index& index, const std::string& name);
/// The time zone that policy names for the ledger; empty where it names none.
std::string policy_zone(const Index& index);

}  // namespace crmtrack::index
