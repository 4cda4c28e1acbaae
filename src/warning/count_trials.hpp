#pragma once

#include <vector>

#include "warning/counts.hpp"
#include "warning/periods.hpp"
#include "warning/series.hpp"
#include "warning/trial.hpp"

namespace crmtrack::warning {

/// Tests the counts of a series for a rise, by the methods that suit the mean and the scatter of its baseline
/// (docs/measures.md, Early warning):
///
/// - fewer than 0.5 a period: the gaps between events, and the two windows;
/// - more scatter than chance explains: Laney's u′;
/// - under 20: the exact Poisson limit and the CUSUM;
/// - 20 and more: the c-chart, EWMA and the CUSUM.
///
/// Without a whole baseline: the two windows alone.
std::vector<Trial> try_counts(const Series& series, const Counted& counted, const Periods& periods);

/// Tests whether good things stopped: the two windows, for a fall.
std::vector<Trial> try_fall(const Series& series, const Periods& periods);

}  // namespace crmtrack::warning
