#pragma once

#include <cstddef>

namespace crmtrack::statistics {

/// P(X = x) of a Poisson count with this mean.
double poisson_probability(std::size_t x, double mean);
/// P(X ≥ x) of a Poisson count with this mean: how rarely chance alone gives so many. Precise far out in the tail, for
/// means from 0 to about 10⁹.
double poisson_at_least(std::size_t x, double mean);
/// P(X ≤ x) of a Poisson count with this mean.
double poisson_at_most(std::size_t x, double mean);

}  // namespace crmtrack::statistics
