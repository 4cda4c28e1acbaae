#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "statistics/survival.hpp"

namespace crmtrack::statistics {

/// A step of the Kaplan–Meier estimate, how sure it is, and from how many cases it was made.
struct SurvivalBand {
  double time = 0;
  double share = 1;                 ///< that lasts longer than `time`
  std::optional<double> low, high;  ///< the 95 % interval; absent where the share is 0
  std::size_t at_risk = 0;          ///< cases that were still running just before
};

/// The steps of `kaplan_meier` with Greenwood's variance on the scale of log(−log S), so that the interval stays
/// between 0 and 1. Kalbfleisch and Prentice 1980; R's `conf.type = "log-log"`.
std::vector<SurvivalBand> survival_bands(std::vector<Duration> durations);

}  // namespace crmtrack::statistics
