#pragma once

#include <vector>

#include "statistics/limits.hpp"

namespace crmtrack::statistics {

/// An exponentially weighted moving average z, and its limits at that period.
struct EwmaPoint {
  double z = 0;
  Limits limits;
};

constexpr double kEwmaWeight = 0.2;  ///< λ
constexpr double kEwmaWidth = 3;     ///< L

/// z = λx + (1−λ)z from z₀ = mean, with μ0 ± Lσ√(λ/(2−λ)(1−(1−λ)^2i)) and σ = √μ0, as counts have it. Roberts 1959;
/// Lucas and Saccucci 1990. It is not calibrated to an average run length. One point for each of `counts`.
std::vector<EwmaPoint> ewma(const std::vector<double>& counts, double mean);

}  // namespace crmtrack::statistics
