#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace crmtrack::report {

/// An interval of shares, 0 to 1.
struct Interval {
  double low = 0;
  double high = 1;
};

/// The 95 % Wilson score interval of `hits` in `n` (z 1.959964); 0 of 0 is 0 to 1. Wilson 1927.
Interval wilson(std::size_t hits, std::size_t n);

/// The nearest-rank quantile: the ⌈q·n⌉-th smallest, no interpolation, so that it is one of the values. nullopt of
/// none.
std::optional<double> nearest_rank(std::vector<double> values, double q);

/// A duration that ended, or was still running when looked at (censored).
struct Duration {
  double time = 0;
  bool ended = true;
};

/// A step of the Kaplan–Meier estimate: the share S that lasts longer than `time`.
struct Survival {
  double time = 0;
  double share = 1;
};
/// Kaplan and Meier 1958; ends come before censorings at the same time. One step a distinct time of an end.
std::vector<Survival> kaplan_meier(std::vector<Duration> durations);
/// The smallest time with S(t) ≤ 1 − q; nullopt: not reached.
std::optional<double> survival_quantile(const std::vector<Survival>& steps, double q);

/// Pareto: the fewest of the counts whose sum is at least 80 % of the total.
std::size_t vital_few(std::vector<std::size_t> counts);

}  // namespace crmtrack::report
