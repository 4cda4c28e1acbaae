#include "statistics/binomial.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "statistics/gamma.hpp"

namespace crmtrack::statistics {

namespace {

/// P(X ≥ x) for x above the mean: each term is a smaller multiple of the one before it, and all are positive.
double far_tail(std::size_t x, std::size_t n, double p) {
  double term = 1, sum = 1;
  for (std::size_t i = x; i < n && term > sum * 1e-17; ++i) {
    term *= static_cast<double>(n - i) / static_cast<double>(i + 1) * p / (1 - p);
    sum += term;
  }
  return std::min(1.0, binomial_probability(x, n, p) * sum);
}

}  // namespace

double binomial_probability(std::size_t x, std::size_t n, double p) {
  if (x > n) return 0;
  if (p <= 0) return x == 0 ? 1 : 0;
  if (p >= 1) return x == n ? 1 : 0;
  const double count = static_cast<double>(n), hits = static_cast<double>(x), misses = count - hits;
  if (x == 0) return std::exp(count * std::log1p(-p));
  if (x == n) return std::exp(count * std::log(p));
  const double exponent = stirling_error(count) - stirling_error(hits) - stirling_error(misses) -
                          deviance(hits, count * p) - deviance(misses, count * (1 - p));
  return std::exp(exponent) * std::sqrt(count / (2 * std::numbers::pi * hits * misses));
}

double binomial_at_least(std::size_t x, std::size_t n, double p) {
  if (x == 0) return 1;
  if (x > n || p <= 0) return 0;
  if (p >= 1) return 1;
  if (static_cast<double>(x) > static_cast<double>(n) * p) return far_tail(x, n, p);
  return 1 - binomial_at_most(x - 1, n, p);
}

double binomial_at_most(std::size_t x, std::size_t n, double p) {
  if (x >= n || p <= 0) return 1;
  if (p >= 1) return 0;
  if (static_cast<double>(x) < static_cast<double>(n) * p) return far_tail(n - x, n, 1 - p);
  return 1 - binomial_at_least(x + 1, n, p);
}

}  // namespace crmtrack::statistics
