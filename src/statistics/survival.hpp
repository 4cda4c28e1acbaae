#pragma once

#include <optional>
#include <vector>

namespace crmtrack::statistics {

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

}  // namespace crmtrack::statistics
