#include "report/statistics.hpp"

#include <doctest/doctest.h>

namespace crmtrack::report::test {

namespace {

void check_interval(std::size_t hits, std::size_t n, double low, double high) {
  CAPTURE(hits);
  CAPTURE(n);
  const Interval interval = wilson(hits, n);
  CHECK(interval.low == doctest::Approx(low).epsilon(0.0005));
  CHECK(interval.high == doctest::Approx(high).epsilon(0.0005));
}

}  // namespace

TEST_CASE("the Wilson interval has the values of docs/measures.md") {
  check_interval(9, 10, 0.5958, 0.9821);
  check_interval(0, 10, 0.0, 0.2775);
  check_interval(45, 50, 0.7864, 0.9565);
  check_interval(1, 5, 0.0362, 0.6245);
  check_interval(10, 10, 0.7225, 1.0);
}

TEST_CASE("a Wilson interval of nothing is everything") {
  CHECK(wilson(0, 0).low == 0.0);
  CHECK(wilson(0, 0).high == 1.0);
}

TEST_CASE("a nearest-rank quantile is one of the values") {
  CHECK(nearest_rank({3, 1, 2}, 0.5) == 2.0);
  CHECK(nearest_rank({4, 1, 3, 2}, 0.5) == 2.0);
  CHECK(nearest_rank({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 0.9) == 9.0);
  CHECK(nearest_rank({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, 0.9) == 10.0);
  CHECK(nearest_rank({7}, 0.9) == 7.0);
  CHECK(nearest_rank({7}, 0.0) == 7.0);
  CHECK(nearest_rank({7, 8}, 1.0) == 8.0);
  CHECK(nearest_rank({}, 0.5) == std::nullopt);
}

TEST_CASE("the Kaplan-Meier estimate has the published steps") {
  const auto steps = kaplan_meier({{9, true}, {2, true}, {3, true}, {3, false}, {5, true}, {8, false}});
  REQUIRE(steps.size() == 4);
  const double expected[][2] = {{2, 0.8333}, {3, 0.6667}, {5, 0.4444}, {9, 0}};
  for (std::size_t i = 0; i < steps.size(); ++i) {
    CHECK(steps[i].time == expected[i][0]);
    CHECK(steps[i].share == doctest::Approx(expected[i][1]).epsilon(0.0001));
  }
  CHECK(survival_quantile(steps, 0.5) == 5.0);
  CHECK(survival_quantile(steps, 0.1) == 2.0);
  CHECK(survival_quantile(steps, 0.9) == 9.0);
}

TEST_CASE("ends come before those still running at the same time") {
  const auto steps = kaplan_meier({{1, false}, {1, true}});
  REQUIRE(steps.size() == 1);
  CHECK(steps.front().share == doctest::Approx(0.5));
}

TEST_CASE("a quantile that too few reached is not reached") {
  CHECK(survival_quantile(kaplan_meier({{1, true}, {2, false}, {3, false}}), 0.5) == std::nullopt);
  CHECK(survival_quantile(kaplan_meier({{1, false}}), 0.5) == std::nullopt);
  CHECK(survival_quantile(kaplan_meier({}), 0.5) == std::nullopt);
  CHECK(survival_quantile(kaplan_meier({{1, true}, {2, false}}), 0.5) == 1.0);
}

TEST_CASE("the vital few make 80 % of the total") {
  CHECK(vital_few({}) == 0);
  CHECK(vital_few({5}) == 1);
  CHECK(vital_few({1, 8, 1}) == 1);
  CHECK(vital_few({1, 7, 2}) == 2);
  CHECK(vital_few({1, 1, 1, 1, 1}) == 4);
}

}  // namespace crmtrack::report::test
