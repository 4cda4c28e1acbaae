#pragma once

#include <vector>

namespace crmtrack::statistics {

/// The mean of |xᵢ − xᵢ₋₁|. 0 of fewer than two values.
double mean_moving_range(const std::vector<double>& values);

}  // namespace crmtrack::statistics
