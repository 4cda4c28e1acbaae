#pragma once

#include "policy/policy.hpp"

namespace crmtrack::policy {

/// The commented files that `init` writes.
Files templates();
/// The files that hold where one is missing: the templates, and the ladders.
Files defaults();

}  // namespace crmtrack::policy
