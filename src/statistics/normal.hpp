#pragma once

namespace crmtrack::statistics {

/// P(Z ≥ z) of the standard normal distribution.
double normal_at_least(double z);

}  // namespace crmtrack::statistics
