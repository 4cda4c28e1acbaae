#include "util/text/rounded.hpp"

#include <doctest/doctest.h>

namespace crmtrack::util {

TEST_CASE("a half is rounded away from zero") {
  CHECK(rounded(0.125, 2) == "0.13");
  CHECK(rounded(0.375, 2) == "0.38");
  CHECK(rounded(0.0625 * 100, 1) == "6.3");
  CHECK(rounded(-0.125, 2) == "-0.13");
  CHECK(rounded(0.5, 0) == "1");
}

TEST_CASE("a half that no binary fraction is counts as one") {
  CHECK(rounded(201.0 / 200, 2) == "1.01");
  CHECK(rounded(0.2225 * 100, 1) == "22.3");
}

TEST_CASE("other figures go to the nearest") {
  CHECK(rounded(0.1249, 2) == "0.12");
  CHECK(rounded(2.0 / 3, 2) == "0.67");
  CHECK(rounded(99.96, 1) == "100.0");
  CHECK(rounded(9.5, 0) == "10");
  CHECK(rounded(0, 1) == "0.0");
  CHECK(rounded(-0.001, 2) == "0.00");
}

}  // namespace crmtrack::util
