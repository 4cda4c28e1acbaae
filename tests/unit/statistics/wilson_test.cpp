#include "statistics/wilson.hpp"

#include <doctest/doctest.h>

namespace crmtrack::statistics::test {

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

}  // namespace crmtrack::statistics::test
