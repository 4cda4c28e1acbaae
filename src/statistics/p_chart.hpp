#pragma once

#include <cstddef>
#include <optional>

#include "statistics/limits.hpp"
#include "statistics/poisson_limit.hpp"

namespace crmtrack::statistics {

/// Shewhart's p-chart of shares: p̄ ± 3√(p̄(1−p̄)/n), within 0 and 1. Montgomery. `n` is above 0.
Limits p_chart(double share, std::size_t n);
/// Whether `n` is too small for the p-chart at this share: n·p̄ < 5 or n(1−p̄) < 5. Then the exact limit holds.
bool needs_exact_share(double share, std::size_t n);
/// The smallest u with P(X ≥ u of n) ≤ `alpha` at this share. nullopt: not even n of n reaches it, so there is no
/// limit.
std::optional<std::size_t> binomial_limit(double share, std::size_t n, double alpha = kAlpha);
/// Whether `hits` of `n` signal a share above `share`, by the chart or by the exact limit.
bool share_signals(std::size_t hits, std::size_t n, double share);

}  // namespace crmtrack::statistics
