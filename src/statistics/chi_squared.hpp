#pragma once

#include <cstddef>

namespace crmtrack::statistics {

/// P(χ² ≥ x) with this many degrees of freedom, at least 1: Q(k/2, x/2).
double chi_squared_at_least(double x, std::size_t freedom);

}  // namespace crmtrack::statistics
