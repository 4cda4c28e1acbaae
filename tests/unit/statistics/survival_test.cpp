#include "statistics/survival.hpp"

#include <doctest/doctest.h>

namespace crmtrack::statistics::test {

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

}  // namespace crmtrack::statistics::test
