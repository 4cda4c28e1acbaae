#pragma once

#include <optional>

#include "warning/counts.hpp"
#include "warning/periods.hpp"
#include "warning/trial.hpp"

namespace crmtrack::warning {

/// The baseline's hits for each of all. One without a hit counts as half of one: never seen is not impossible.
double baseline_share(const Counted& counted);
/// The width of an over-dispersed baseline of hits for each unit of exposure, in multiples of Poisson's; else 1.
double baseline_width(const Counted& counted);

/// Tests the share of hits in the last complete period against the baseline's: the p-chart where a period has enough
/// events, else the exact binomial limit. nullopt where the period has no event, or the baseline none.
std::optional<Trial> try_shares(const Counted& counted, const Periods& periods);

/// Tests the hits for each unit of exposure: the exact Poisson limit where fewer than 20 hits are expected in the
/// period, the u-chart above. nullopt where the period or the baseline has no exposure.
std::optional<Trial> try_rates(const Counted& counted, const Periods& periods);

}  // namespace crmtrack::warning
