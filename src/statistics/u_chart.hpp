#pragma once

#include <vector>

#include "statistics/limits.hpp"

namespace crmtrack::statistics {

/// Events counted in a period, and how much there was that could have them: customers, contracts, weeks.
struct Exposed {
  double count = 0;
  double exposure = 1;
};

/// ū: all events per unit of exposure. 0 without any exposure.
double pooled_rate(const std::vector<Exposed>& baseline);
/// Shewhart's u-chart: ū ± 3√(ū/n) of a period with exposure n, the lower limit not under 0. `sigma_z` widens it as
/// Laney's u′ does (dispersion.hpp); 1 is the plain chart.
Limits u_chart(double rate, double exposure, double sigma_z = 1);

}  // namespace crmtrack::statistics
