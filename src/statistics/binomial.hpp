#pragma once

#include <cstddef>

namespace crmtrack::statistics {

/// P(X = x) of `n` trials with the chance `p` each. By Loader's saddle point, 2000.
double binomial_probability(std::size_t x, std::size_t n, double p);
/// P(X ≥ x) of `n` trials with the chance `p` each. Precise far out in the tail.
double binomial_at_least(std::size_t x, std::size_t n, double p);
/// P(X ≤ x) of `n` trials with the chance `p` each.
double binomial_at_most(std::size_t x, std::size_t n, double p);

}  // namespace crmtrack::statistics
