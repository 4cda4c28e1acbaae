#pragma once

#include "policy/policy.hpp"

namespace crmtrack::policy {

/// The commented files that `init` writes.
Files templates();

}  // namespace crmtrack::policy
