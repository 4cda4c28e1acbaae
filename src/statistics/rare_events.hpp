#pragma once

#include <optional>
#include <vector>

#include "statistics/limits.hpp"

namespace crmtrack::statistics {

/// Below this mean a period counts too little, and the gaps between events are charted.
constexpr double kRareBelow = 0.5;

/// A gap between two events in days, to the power 1/3.6: nearly normal where gaps are exponential. Nelson 1994.
double transformed_gap(double days);
/// The limits that these gaps (in days, in their order) set on transformed ones: mean ∓ 2.66 · mean moving range of the
/// transformed gaps. Under the lower one events follow too closely, and at or under 0 it cannot signal; over the upper
/// one events stay away. nullopt of fewer than two.
std::optional<Limits> gap_limits(const std::vector<double>& days);
/// The chance that a gap is no longer than `days`, where they are exponential with this mean: 1 − e^(−days/mean).
double gap_at_most(double days, double mean_days);
/// The chance that a gap is at least `days` long, where they are exponential with this mean.
double gap_at_least(double days, double mean_days);

}  // namespace crmtrack::statistics
