#pragma once

#include <vector>

#include "document/document.hpp"
#include "policy/policy.hpp"

namespace crmtrack::view {

/// The mistakes of the policy files as a table, one a row.
document::Table policy_findings_table(const std::vector<policy::Finding>& findings);
/// The JSON item of a mistake in a policy file.
document::Value policy_finding_item(const policy::Finding& finding);

}  // namespace crmtrack::view
