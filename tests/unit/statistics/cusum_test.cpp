#include "statistics/cusum.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <vector>

#include "statistics/cusum_run_length.hpp"
#include "statistics/poisson.hpp"

namespace crmtrack::statistics::test {

TEST_CASE("the CUSUM's design has its published values") {
  const double expected[][3] = {{1, 1.5, 5.5}, {2, 3, 5.5}, {4, 6, 5.5}, {5, 7, 7.5}, {8, 11.5, 6.5}, {10, 14.5, 6}};
  for (const auto& [mean, k, h] : expected) {
    CAPTURE(mean);
    const Cusum cusum = design_cusum(mean);
    CHECK(cusum.k == k);
    CHECK(cusum.h == h);
  }
}

TEST_CASE("the reference lies above the mean, on its lattice") {
  for (double mean = 0.01; mean < 60; mean *= 1.05) {
    const double k = cusum_reference(mean);
    const double step = mean < 1 ? 0.25 : 0.5;
    CHECK(k > mean);
    CHECK(k / step == static_cast<double>(static_cast<int>(k / step)));
    CHECK(k < mean / 0.6931 + step);
  }
}

TEST_CASE("the CUSUM's path has its published values") {
  CHECK(cusum_path({4, 5, 3, 6, 8, 9, 10}, 6) == std::vector<double>{0, 0, 0, 0, 2, 5, 9});
}

TEST_CASE("run lengths: signal at h, as R's spc has it for one step less") {
  CHECK(cusum_run_length(1, {1.5, 5.5}) == doctest::Approx(407.96).epsilon(0.00002));
  CHECK(cusum_run_length(1, {1.5, 6}) == doctest::Approx(602.27).epsilon(0.00002));
  CHECK(cusum_run_length(2, {3, 5.5}) == doctest::Approx(412.47).epsilon(0.00002));
}

TEST_CASE("h is the smallest with the run length") {
  for (double mean = 0.5; mean < 200; mean *= 1.23) {
    const Cusum cusum = design_cusum(mean);
    CAPTURE(mean);
    CHECK(cusum_run_length(mean, cusum) >= kRunLength);
    if (cusum.h > 0.5) CHECK(cusum_run_length(mean, {cusum.k, cusum.h - 0.5}) < kRunLength);
    CHECK(cusum_run_length(2 * mean, cusum) < 18);  // a doubling is seen soon
  }
}

TEST_CASE("a chart that chance all but never trips is found at once") {
  for (const double mean : {187.0, 460.0, 5000.0}) {
    const Cusum cusum = design_cusum(mean);
    CHECK(cusum.h == 0.5);
    CHECK(cusum_run_length(mean, cusum) > 1e8);
  }
  CHECK(cusum_run_length(100, {144.5, 0.5}) == doctest::Approx(1 / poisson_at_least(145, 100)).epsilon(1e-9));
}

TEST_CASE("a run length is that of single periods where one count decides") {
  // k 1, h 1: a count of 2 or more signals, and nothing else moves S.
  CHECK(cusum_run_length(0.3, {1, 1}) == doctest::Approx(1 / poisson_at_least(2, 0.3)).epsilon(1e-12));
}

TEST_CASE("the chance of a sum is that of all paths that lead there") {
  // After one period S ≥ s is one count of at least s + k.
  CHECK(cusum_at_least(2.5, 1, 1, 1.5) == doctest::Approx(poisson_at_least(4, 1)).epsilon(1e-12));
  // After two: by each first count.
  double two = 0;
  for (std::size_t x = 0; x < 60; ++x) {
    const double s = std::max(0.0, static_cast<double>(x) - 1.5);
    for (std::size_t y = 0; y < 60; ++y)
      if (std::max(0.0, s + static_cast<double>(y) - 1.5) >= 2.5)
        two += poisson_probability(x, 1) * poisson_probability(y, 1);
  }
  CHECK(cusum_at_least(2.5, 2, 1, 1.5) == doctest::Approx(two).epsilon(1e-10));
}

TEST_CASE("the chance of a sum falls with it, and settles with time") {
  for (const double mean : {0.6, 3.0, 30.0}) {
    const double k = cusum_reference(mean);
    double last = 1;
    for (double s = 0; s < 12; s += 1) {
      const double p = cusum_at_least(s, 200, mean, k);
      CHECK(p <= last);
      CHECK(p == doctest::Approx(cusum_at_least(s, 400, mean, k)).epsilon(0.001));
      last = p;
    }
  }
  CHECK(cusum_at_least(0, 5, 1, 1.5) == 1);
  CHECK(cusum_at_least(3, 0, 1, 1.5) == 0);
}

}  // namespace crmtrack::statistics::test
