#pragma once

#include "policy/policy.hpp"

namespace crmtrack::policy {

/// The commented files that `init` writes. Each holds where it is missing.
Files templates();

}  // namespace crmtrack::policy
