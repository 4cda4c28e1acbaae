#pragma once

#include <cstddef>
#include <vector>

namespace crmtrack::statistics {

/// Pareto: the fewest of the counts whose sum is at least 80 % of the total.
std::size_t vital_few(std::vector<std::size_t> counts);

}  // namespace crmtrack::statistics
