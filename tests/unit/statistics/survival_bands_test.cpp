#include "statistics/survival_bands.hpp"

#include <doctest/doctest.h>

namespace crmtrack::statistics::test {

TEST_CASE("steps, cases at risk and intervals are those of R's survfit with conf.type log-log") {
  // survival::aml, group Maintained.
  const std::vector<SurvivalBand> bands = survival_bands({{9, true},
                                                          {13, true},
                                                          {13, false},
                                                          {18, true},
                                                          {23, true},
                                                          {28, false},
                                                          {31, true},
                                                          {34, true},
                                                          {45, false},
                                                          {48, true},
                                                          {161, false}});
  REQUIRE(bands.size() == 7);
  CHECK(bands[0].at_risk == 11);
  CHECK(bands[0].share == doctest::Approx(0.90909).epsilon(1e-4));
  CHECK(bands[0].low.value() == doctest::Approx(0.50808).epsilon(1e-4));
  CHECK(bands[0].high.value() == doctest::Approx(0.98667).epsilon(1e-4));
  CHECK(bands[4].time == 31);
  CHECK(bands[4].at_risk == 5);
  CHECK(bands[6].at_risk == 2);
  CHECK(bands[6].share == doctest::Approx(0.18409).epsilon(1e-4));
}

TEST_CASE("steps are those of the Kaplan-Meier estimate") {
  const std::vector<Duration> durations{{1, true}, {1, true}, {2, false}, {3, true}, {3, false}, {4, true}};
  const auto bands = survival_bands(durations);
  const auto steps = kaplan_meier(durations);
  REQUIRE(bands.size() == steps.size());
  for (std::size_t i = 0; i < steps.size(); ++i) {
    CHECK(bands[i].time == steps[i].time);
    CHECK(bands[i].share == doctest::Approx(steps[i].share));
  }
}

TEST_CASE("nothing left has no interval, and nothing ended has no step") {
  const auto bands = survival_bands({{1, true}, {2, true}});
  REQUIRE(bands.size() == 2);
  CHECK(bands[0].low.has_value());
  CHECK(bands[1].share == 0);
  CHECK_FALSE(bands[1].low.has_value());
  CHECK(survival_bands({{1, false}}).empty());
}

}  // namespace crmtrack::statistics::test
