#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "statistics/association.hpp"
#include "statistics/false_discovery.hpp"
#include "statistics/nps.hpp"

namespace crmtrack::statistics::test {

TEST_CASE("Benjamini-Hochberg has its published value") {
  CHECK(discoveries({.001, .008, .012, .041, .2, .6}, 0.1) == std::vector<bool>{true, true, true, true, false, false});
}

TEST_CASE("discoveries do not depend on the order, and step up") {
  CHECK(discoveries({.6, .041, .001, .2, .012, .008}, 0.1) == std::vector<bool>{false, true, true, false, true, true});
  CHECK(discoveries({.06, .07, .08}, 0.1) == std::vector<bool>{true, true, true});  // the largest carries the others
  CHECK(discoveries({.06, .07, .11}, 0.1) == std::vector<bool>{false, false, false});
  CHECK(discoveries({}).empty());
  CHECK(discoveries({0.1}) == std::vector<bool>{true});
  CHECK(discoveries({0.11}) == std::vector<bool>{false});
}

TEST_CASE("the net promoter score has its published values") {
  const auto nps = net_promoter({50, 30, 20});
  REQUIRE(nps);
  CHECK(nps->score == doctest::Approx(30));
  CHECK(nps->error == doctest::Approx(7.8102).epsilon(0.00001));
  CHECK(!nps->is_adjusted);
  CHECK(!nps->is_small);
}

TEST_CASE("answers of one class are adjusted, few are marked, and none have no score") {
  const auto promoters = net_promoter({10, 0, 0});
  REQUIRE(promoters);
  CHECK(promoters->score == doctest::Approx(76.92).epsilon(0.0001));
  CHECK(promoters->error == doctest::Approx(15.0102).epsilon(0.00001));
  CHECK(promoters->is_adjusted);
  CHECK(promoters->is_small);
  CHECK(promoters->high == 100);
  const auto detractors = net_promoter({0, 0, 10});
  REQUIRE(detractors);
  CHECK(detractors->score == -promoters->score);
  CHECK(detractors->low == -100);
  CHECK(net_promoter({0, 7, 0})->score == 0);
  CHECK(!net_promoter({}));
}

TEST_CASE("G² has its published value, and is 0 where the group has less") {
  CHECK(log_likelihood({12, 88, 20, 880}) == doctest::Approx(18.0504).epsilon(0.000003));
  CHECK(log_likelihood({20, 880, 12, 88}) == 0);
  CHECK(log_likelihood({10, 90, 90, 810}) == 0);
  CHECK(log_likelihood({5, 0, 0, 5}) == doctest::Approx(20 * std::log(2)));
  CHECK(log_likelihood({0, 0, 0, 0}) == 0);
  CHECK(log_likelihood({10, 0, 0, 10}) > 0);
}

TEST_CASE("mutual information is in bits, and of five cases at least") {
  CHECK(*mutual_information({8, 0, 0, 24}) == doctest::Approx(2));
  CHECK(*mutual_information({25, 25, 25, 25}) == doctest::Approx(0));
  CHECK(!mutual_information({4, 0, 0, 24}));
}

}  // namespace crmtrack::statistics::test
