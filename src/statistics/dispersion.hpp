#pragma once

#include <vector>

#include "statistics/u_chart.hpp"

namespace crmtrack::statistics {

/// Below this p a baseline scatters more than chance explains.
constexpr double kDispersedBelow = 0.05;

/// The p of a baseline's scatter: Σ(c−E)²/E with E = ū·n against χ² with one degree of freedom less than periods, upper
/// tail. With equal exposures E is c̄. 1 where there are fewer than two periods, or no events.
double dispersion_p(const std::vector<Exposed>& baseline);
/// σz: how much wider than Poisson the baseline scatters from period to period: the mean moving range of
/// z = (u − ū)/√(ū/n), divided by d₂ = 1.128. The width of Laney's u′ chart is 3σ times this. Laney 2002.
double sigma_z(const std::vector<Exposed>& baseline);

}  // namespace crmtrack::statistics
