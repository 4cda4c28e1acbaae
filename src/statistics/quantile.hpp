#pragma once

#include <optional>
#include <vector>

namespace crmtrack::statistics {

/// The nearest-rank quantile: the ⌈q·n⌉-th smallest, no interpolation, so that it is one of the values. nullopt of
/// none.
std::optional<double> nearest_rank(std::vector<double> values, double q);

}  // namespace crmtrack::statistics
