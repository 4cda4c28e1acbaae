#pragma once

#include <cstddef>

namespace crmtrack::statistics {

/// The chance of a false signal in one period: that of three sigma, one-sided.
constexpr double kAlpha = 0.00135;
/// From this mean on the c-chart takes over (c_chart.hpp).
constexpr double kExactUpTo = 20;

/// The exact upper limit of counts: the smallest u with P(X ≥ u) ≤ `alpha` at this mean. A period signals at x ≥ u.
std::size_t poisson_limit(double mean, double alpha = kAlpha);

}  // namespace crmtrack::statistics
