#include "statistics/poisson_limit.hpp"

#include <cmath>

#include "statistics/poisson.hpp"

namespace crmtrack::statistics {

std::size_t poisson_limit(double mean, double alpha) {
  std::size_t limit = static_cast<std::size_t>(std::floor(mean)) + 1;
  while (poisson_at_least(limit, mean) > alpha) ++limit;
  while (limit > 0 && poisson_at_least(limit - 1, mean) <= alpha) --limit;
  return limit;
}

}  // namespace crmtrack::statistics
