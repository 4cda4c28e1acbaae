#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <vector>

#include "statistics/c_chart.hpp"
#include "statistics/dispersion.hpp"
#include "statistics/ewma.hpp"
#include "statistics/p_chart.hpp"
#include "statistics/poisson.hpp"
#include "statistics/poisson_limit.hpp"
#include "statistics/rare_events.hpp"
#include "statistics/two_windows.hpp"
#include "statistics/u_chart.hpp"

namespace crmtrack::statistics::test {

namespace {

doctest::Approx near(double value) { return doctest::Approx(value).epsilon(5e-7); }

const std::vector<double> kRise{4, 5, 3, 6, 8, 9, 10};  // of mean 4, docs/measures.md
const std::vector<Exposed> kExposed{{3, 1.0}, {5, 1.2}, {2, 0.8}, {8, 1.5}, {4, 1.0}, {6, 1.1}};

}  // namespace

TEST_CASE("the exact Poisson limit has its published values") {
  const double means[] = {0.5, 1, 2, 3, 4, 5, 8, 10};
  const std::size_t limits[] = {5, 6, 8, 10, 12, 14, 19, 22};
  for (std::size_t i = 0; i < 8; ++i) CHECK(poisson_limit(means[i]) == limits[i]);
}

TEST_CASE("the exact Poisson limit is the smallest count that reaches alpha") {
  for (double mean = 0.5; mean < 20; mean += 0.037) {
    const std::size_t limit = poisson_limit(mean);
    CHECK(poisson_at_least(limit, mean) <= kAlpha);
    CHECK(poisson_at_least(limit - 1, mean) > kAlpha);
  }
}

TEST_CASE("the c-chart: three sigma, and no lower limit under 0") {
  CHECK(c_chart(4).upper == 10);
  CHECK(c_chart(4).lower == 0);
  CHECK(c_chart(25).lower == 10);
}

TEST_CASE("the c-chart's exact run lengths for means from 20 to 100") {
  double shortest = 1e9, longest = 0;
  for (int mean = 20; mean <= 100; ++mean) {
    const auto first = static_cast<std::size_t>(std::floor(c_chart(mean).upper)) + 1;  // strictly outside
    const double run_length = 1 / poisson_at_least(first, mean);
    shortest = std::min(shortest, run_length);
    longest = std::max(longest, run_length);
  }
  CHECK(shortest == doctest::Approx(312.68).epsilon(0.0001));  // of mean 21; most lie from 370 to 600
  CHECK(longest == doctest::Approx(585.88).epsilon(0.0001));
}

TEST_CASE("the u-chart has its published values") {
  const double rate = pooled_rate(kExposed);
  CHECK(rate == near(4.24242424));
  const double limits[] = {10.4216, 9.8832, 11.1509, 9.2877, 10.4216, 10.1340};
  for (std::size_t i = 0; i < kExposed.size(); ++i)
    CHECK(u_chart(rate, kExposed[i].exposure).upper == doctest::Approx(limits[i]).epsilon(0.00001));
  CHECK(sigma_z(kExposed) == doctest::Approx(0.742175).epsilon(0.000001));
  CHECK(u_chart(rate, 1, 2).upper - rate == near(2 * (u_chart(rate, 1).upper - rate)));
  CHECK(u_chart(rate, 1, 2).lower == 0);
}

TEST_CASE("EWMA has its published values") {
  const auto points = ewma(kRise, 4);
  const double z[] = {4.0, 4.2, 3.96, 4.368, 5.0944, 5.87552, 6.700416};
  for (std::size_t i = 0; i < kRise.size(); ++i) CHECK(points[i].z == near(z[i]));
  CHECK(points[0].limits.upper == near(5.2));
  CHECK(points[5].limits.upper == near(5.930058));
  CHECK(points[6].limits.upper == near(5.955525));
  for (std::size_t i = 0; i < kRise.size(); ++i) CHECK((points[i].z > points[i].limits.upper) == (i == 6));
}

TEST_CASE("a baseline that scatters as chance does is not dispersed, one that leaps is") {
  std::vector<Exposed> calm, wild;
  for (int i = 0; i < 20; ++i) {
    calm.push_back({4.0 + i % 3, 1});
    wild.push_back({i % 5 == 0 ? 25.0 : 1.0, 1});
  }
  CHECK(dispersion_p(calm) > 0.5);
  CHECK(dispersion_p(wild) < 1e-6);
  CHECK(sigma_z(wild) > 2);
  CHECK(dispersion_p({}) == 1);
  CHECK(dispersion_p({{0, 1}, {0, 1}, {0, 1}}) == 1);
  CHECK(sigma_z({{0, 1}, {0, 1}}) == 0);
}

TEST_CASE("dispersion with equal exposures is the index of dispersion") {
  // c = 2 4 6: c̄ 4, Σ(c−c̄)²/c̄ = 2, and χ² with 2 degrees of freedom is e^(−x/2).
  CHECK(dispersion_p({{2, 1}, {4, 1}, {6, 1}}) == near(std::exp(-1)));
  CHECK(dispersion_p({{2, 7}, {4, 7}, {6, 7}}) == near(std::exp(-1)));
}

TEST_CASE("two windows: the published value, and the other side") {
  CHECK(windows_rose({10, 4}, {9, 1}) == doctest::Approx(0.00666).epsilon(0.001));
  CHECK(windows_fell({10, 4}, {9, 1}) > 0.99);
  CHECK(windows_fell({24, 12}, {0, 4}) == near(std::pow(0.75, 24)));
  CHECK(windows_rose({0, 12}, {0, 4}) == 1);
}

TEST_CASE("shares: the chart where there are many, the exact limit where there are few") {
  CHECK(p_chart(0.2, 100).upper == near(0.32));
  CHECK(p_chart(0.01, 10).lower == 0);
  CHECK(p_chart(0.99, 10).upper == 1);
  CHECK(needs_exact_share(0.04, 100));
  CHECK(!needs_exact_share(0.05, 100));
  CHECK(needs_exact_share(0.96, 100));
  CHECK(share_signals(33, 100, 0.2));
  CHECK(!share_signals(32, 100, 0.2));
}

TEST_CASE("the exact limit of a share is where its tail reaches alpha, or there is none") {
  CHECK(binomial_limit(0.5, 9) == std::nullopt);  // 2^−9 = 0.00195
  CHECK(binomial_limit(0.5, 10) == 10);           // 2^−10 = 0.00098
  CHECK(!share_signals(9, 9, 0.5));
  CHECK(share_signals(10, 10, 0.5));
  CHECK(!share_signals(9, 10, 0.5));
  CHECK(binomial_limit(0, 5) == 1);
  CHECK(binomial_limit(1, 5) == std::nullopt);
  CHECK(!share_signals(0, 0, 0.5));
}

TEST_CASE("rare events: close gaps signal under the lower limit") {
  std::vector<double> gaps;
  for (int i = 0; i < 12; ++i) gaps.push_back(i % 2 == 0 ? 90 : 110);
  const auto limits = gap_limits(gaps);
  REQUIRE(limits);
  CHECK(limits->centre == near((std::pow(90, 1 / 3.6) + std::pow(110, 1 / 3.6)) / 2));
  CHECK(limits->lower == near(limits->centre - 2.66 * (std::pow(110, 1 / 3.6) - std::pow(90, 1 / 3.6))));
  CHECK(transformed_gap(20) < limits->lower);
  CHECK(transformed_gap(80) > limits->lower);
  CHECK(!gap_limits({5}));
  const auto wild = gap_limits({0.01, 400, 0.01, 400, 0.01});
  REQUIRE(wild);
  CHECK(wild->lower <= 0);
}

TEST_CASE("the chances of a gap make one") {
  CHECK(gap_at_most(3, 10) + gap_at_least(3, 10) == near(1));
  CHECK(gap_at_most(1e-12, 10) == doctest::Approx(1e-13).epsilon(1e-9));
  CHECK(gap_at_most(0, 10) == 0);
}

}  // namespace crmtrack::statistics::test
