#pragma once

#include <cstddef>
#include <vector>

#include "statistics/cusum.hpp"

namespace crmtrack::statistics {

/// The exact average number of periods from S = 0 up to the first S ≥ h, where counts have this mean. Brook and Evans,
/// *An approach to the probability distribution of CUSUM run length*, 1972: S moves on a lattice, so the chain of its
/// values under h is finite. Infinite where no likely count signals. `k` and `h` are multiples of 0.25, and `h` is
/// above 0.
double cusum_run_length(double mean, const Cusum& cusum);

/// P(S ≥ s) after `periods` periods of this mean, from S = 0: how rarely chance alone lifts the sum so high. Exact up
/// to sums far above s, which are next to impossible; a chain that no longer changes is not followed further.
double cusum_at_least(double s, std::size_t periods, double mean, double k);

}  // namespace crmtrack::statistics
