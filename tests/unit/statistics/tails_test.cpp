#include <doctest/doctest.h>

#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <vector>

#include "statistics/binomial.hpp"
#include "statistics/chi_squared.hpp"
#include "statistics/gamma.hpp"
#include "statistics/normal.hpp"
#include "statistics/poisson.hpp"

namespace crmtrack::statistics::test {

namespace {

using Long = long double;

/// By multiplying term after term, in long double: slow, and right as long as e^−mean is a number.
Long slow_poisson(std::size_t x, double mean) {
  Long p = std::exp(-static_cast<Long>(mean));
  for (std::size_t i = 1; i <= x; ++i) p *= static_cast<Long>(mean) / static_cast<Long>(i);
  return p;
}

Long slow_poisson_at_least(std::size_t x, double mean) {
  Long sum = 0, term = slow_poisson(x, mean);
  for (std::size_t i = x; i < x + 2000; term *= static_cast<Long>(mean) / static_cast<Long>(++i)) sum += term;
  return sum;
}

/// The number of hits by a row of Pascal's triangle with weights.
std::vector<Long> slow_binomial(std::size_t n, double p) {
  std::vector<Long> row{1};
  for (std::size_t trial = 0; trial < n; ++trial) {
    row.push_back(0);
    for (std::size_t i = row.size(); i-- > 0;)
      row[i] = row[i] * (1 - static_cast<Long>(p)) + (i > 0 ? row[i - 1] * static_cast<Long>(p) : 0);
  }
  return row;
}

bool are_close(double a, Long b, double relative = 1e-12) {
  return std::abs(static_cast<Long>(a) - b) <= relative * std::abs(b) + 1e-300L;
}

}  // namespace

TEST_CASE("Poisson tails agree with sums of their terms, far out too") {
  for (const double mean : {0.01, 0.3, 1.0, 4.0, 19.9, 50.0, 333.3, 1000.0})
    for (const double at : {0.0, 0.3, 0.8, 1.0, 1.2, 2.0, 4.0}) {
      const auto x = static_cast<std::size_t>(std::ceil(mean * at));
      CAPTURE(mean);
      CAPTURE(x);
      CHECK(are_close(poisson_probability(x, mean), slow_poisson(x, mean)));
      CHECK(are_close(poisson_at_least(x, mean), slow_poisson_at_least(x, mean)));
      Long below = 0;
      for (std::size_t i = 0; i <= x; ++i) below += slow_poisson(i, mean);
      CHECK(are_close(poisson_at_most(x, mean), below));
    }
}

TEST_CASE("Poisson tails of large means neither overflow nor lose their sum") {
  for (const double mean : {1e4, 1e6, 1e9})
    for (const double sigmas : {-6.0, -1.0, 0.0, 1.0, 6.0}) {
      const auto x = static_cast<std::size_t>(mean + sigmas * std::sqrt(mean));
      CHECK(poisson_at_least(x + 1, mean) + poisson_at_most(x, mean) == doctest::Approx(1).epsilon(1e-9));
    }
  CHECK(poisson_at_least(1'000'000, 1e6) == doctest::Approx(0.5).epsilon(0.002));
  CHECK(poisson_at_least(10'000, 1) == 0);  // below the smallest double
  CHECK(poisson_at_least(0, 0) == 1);
  CHECK(poisson_at_least(1, 0) == 0);
  CHECK(poisson_at_most(0, 0) == 1);
}

TEST_CASE("Poisson tails fall with the count and rise with the mean") {
  for (double mean = 0.5; mean < 40; mean *= 1.7)
    for (std::size_t x = 1; x < 100; ++x) {
      CHECK(poisson_at_least(x, mean) > poisson_at_least(x + 1, mean));
      CHECK(poisson_at_least(x, mean) <= poisson_at_least(x, mean * 1.1));
    }
}

TEST_CASE("binomial tails agree with Pascal's triangle") {
  for (const std::size_t n : {1U, 5U, 30U, 200U})
    for (const double p : {0.001, 0.2, 0.5, 0.93}) {
      const auto row = slow_binomial(n, p);
      Long at_most = 0, at_least = 1;
      for (std::size_t x = 0; x <= n; ++x) {
        CAPTURE(n);
        CAPTURE(p);
        CAPTURE(x);
        at_least = 0;
        for (std::size_t i = n + 1; i-- > x;) at_least += row[i];
        at_most += row[x];
        CHECK(are_close(binomial_probability(x, n, p), row[x], 1e-11));
        CHECK(are_close(binomial_at_least(x, n, p), at_least, 1e-11));
        CHECK(are_close(binomial_at_most(x, n, p), at_most, 1e-11));
      }
    }
}

TEST_CASE("binomial tails at their ends") {
  CHECK(binomial_at_least(0, 0, 0.5) == 1);
  CHECK(binomial_at_least(1, 0, 0.5) == 0);
  CHECK(binomial_at_least(3, 3, 1) == 1);
  CHECK(binomial_at_least(1, 3, 0) == 0);
  CHECK(binomial_at_most(2, 3, 1) == 0);
  CHECK(binomial_at_least(500'200, 1'000'000, 0.5) + binomial_at_most(500'199, 1'000'000, 0.5) ==
        doctest::Approx(1).epsilon(1e-9));
}

TEST_CASE("chi-squared has the values of the tables") {
  CHECK(chi_squared_at_least(3.841458820694124, 1) == doctest::Approx(0.05).epsilon(1e-12));
  CHECK(chi_squared_at_least(31.410432844230918, 20) == doctest::Approx(0.05).epsilon(1e-12));
  CHECK(chi_squared_at_least(15.13670523, 1) == doctest::Approx(0.0001).epsilon(1e-6));
  CHECK(chi_squared_at_least(0, 5) == 1);
  for (std::size_t k = 2; k < 60; k += 2)  // of an even number of degrees it is a Poisson sum
    CHECK(chi_squared_at_least(30, k) == doctest::Approx(poisson_at_most(k / 2 - 1, 15)).epsilon(1e-12));
}

TEST_CASE("the normal tail has the values of the tables") {
  CHECK(normal_at_least(0) == 0.5);
  CHECK(normal_at_least(3) == doctest::Approx(0.0013498980316301).epsilon(1e-10));
  CHECK(normal_at_least(-1.959964) == doctest::Approx(0.975).epsilon(1e-7));
}

}  // namespace crmtrack::statistics::test
