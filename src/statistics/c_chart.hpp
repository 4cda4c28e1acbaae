#pragma once

#include "statistics/limits.hpp"

namespace crmtrack::statistics {

/// Shewhart's c-chart of counts over equal periods: c̄ ± 3√c̄, the lower limit not under 0. Montgomery, *Introduction to
/// Statistical Quality Control*. Three sigma is nominal: by the exact upper tail a false signal comes every 313 to 586
/// periods, for whole c̄ from 20 to 100.
Limits c_chart(double mean);

}  // namespace crmtrack::statistics
