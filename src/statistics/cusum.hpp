#pragma once

#include <vector>

namespace crmtrack::statistics {

/// A one-sided CUSUM of Poisson counts: S = max(0, S + x − k), which signals where S ≥ h. Lucas 1985.
struct Cusum {
  double k = 0;
  double h = 0;
};

/// The average number of periods up to a false signal that a chart has at least: that of three sigma.
constexpr double kRunLength = 370;

/// The reference value between the means μ0 and μ1 = 2μ0: (μ1−μ0)/(ln μ1 − ln μ0), to the nearest 0.5 (0.25 where
/// μ0 < 1), and always above μ0.
double cusum_reference(double mean);
/// The chart that looks for a doubling of this mean: `k` as above, and for `h` the smallest multiple of 0.5 whose
/// exact average run length in control is at least kRunLength. `mean` is above 0.
Cusum design_cusum(double mean);
/// S after each of `counts`, from 0. It is not reset by a signal.
std::vector<double> cusum_path(const std::vector<double>& counts, double k);

}  // namespace crmtrack::statistics
