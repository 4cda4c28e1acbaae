#include "statistics/poisson.hpp"

#include "statistics/gamma.hpp"

namespace crmtrack::statistics {

double poisson_probability(std::size_t x, double mean) { return gamma_density(static_cast<double>(x), mean); }

double poisson_at_least(std::size_t x, double mean) { return x == 0 ? 1 : gamma_lower(static_cast<double>(x), mean); }

double poisson_at_most(std::size_t x, double mean) { return gamma_upper(static_cast<double>(x) + 1, mean); }

}  // namespace crmtrack::statistics
