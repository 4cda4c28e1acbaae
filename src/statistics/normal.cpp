#include "statistics/normal.hpp"

#include <cmath>
#include <numbers>

namespace crmtrack::statistics {

double normal_at_least(double z) { return 0.5 * std::erfc(z / std::numbers::sqrt2); }

}  // namespace crmtrack::statistics
