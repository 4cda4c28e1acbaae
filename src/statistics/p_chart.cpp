#include "statistics/p_chart.hpp"

#include <algorithm>
#include <cmath>

#include "statistics/binomial.hpp"

namespace crmtrack::statistics {

Limits p_chart(double share, std::size_t n) {
  const double width = 3 * std::sqrt(share * (1 - share) / static_cast<double>(n));
  return {share, std::max(0.0, share - width), std::min(1.0, share + width)};
}

bool needs_exact_share(double share, std::size_t n) {
  const double count = static_cast<double>(n);
  return count * share < 5 || count * (1 - share) < 5;
}

std::optional<std::size_t> binomial_limit(double share, std::size_t n, double alpha) {
  if (binomial_at_least(n, n, share) > alpha) return std::nullopt;
  std::size_t low = 0, high = n;  // low does not reach alpha, high does
  while (high - low > 1) {
    const std::size_t middle = low + (high - low) / 2;
    (binomial_at_least(middle, n, share) <= alpha ? high : low) = middle;
  }
  return high;
}

bool share_signals(std::size_t hits, std::size_t n, double share) {
  if (n == 0) return false;
  if (!needs_exact_share(share, n)) return static_cast<double>(hits) / static_cast<double>(n) > p_chart(share, n).upper;
  const auto limit = binomial_limit(share, n);
  return limit && hits >= *limit;
}

}  // namespace crmtrack::statistics
