#include "statistics/dispersion.hpp"

#include <cmath>

#include "statistics/chi_squared.hpp"
#include "statistics/moving_range.hpp"

namespace crmtrack::statistics {

namespace {

constexpr double kD2 = 1.128;

}  // namespace

double dispersion_p(const std::vector<Exposed>& baseline) {
  const double rate = pooled_rate(baseline);
  double sum = 0;
  std::size_t periods = 0;
  for (const Exposed& period : baseline) {
    const double expected = rate * period.exposure;
    if (expected <= 0) continue;
    sum += (period.count - expected) * (period.count - expected) / expected;
    ++periods;
  }
  return periods < 2 ? 1 : chi_squared_at_least(sum, periods - 1);
}

double sigma_z(const std::vector<Exposed>& baseline) {
  const double rate = pooled_rate(baseline);
  std::vector<double> z;
  for (const Exposed& period : baseline)
    if (rate > 0 && period.exposure > 0)
      z.push_back((period.count / period.exposure - rate) / std::sqrt(rate / period.exposure));
  return mean_moving_range(z) / kD2;
}

}  // namespace crmtrack::statistics
