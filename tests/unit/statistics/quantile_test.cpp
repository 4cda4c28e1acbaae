#include "statistics/quantile.hpp"

#include <doctest/doctest.h>

namespace crmtrack::statistics::test {

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

}  // namespace crmtrack::statistics::test
