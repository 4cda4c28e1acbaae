#pragma once

#include <vector>

namespace crmtrack::statistics {

/// The share of false alarms among all alarms that is put up with.
constexpr double kDiscoveryRate = 0.10;

/// Benjamini and Hochberg 1995, step-up: which of the p values are rejected, so that of all rejected ones no more than
/// the share `q` is expected to be chance. In the order of `p`.
std::vector<bool> discoveries(const std::vector<double>& p, double q = kDiscoveryRate);

}  // namespace crmtrack::statistics
