#include "statistics/pareto.hpp"

#include <doctest/doctest.h>

namespace crmtrack::statistics::test {

TEST_CASE("the vital few make 80 % of the total") {
  CHECK(vital_few({}) == 0);
  CHECK(vital_few({5}) == 1);
  CHECK(vital_few({1, 8, 1}) == 1);
  CHECK(vital_few({1, 7, 2}) == 2);
  CHECK(vital_few({1, 1, 1, 1, 1}) == 4);
}

}  // namespace crmtrack::statistics::test
