#include "util/zone_name.hpp"

#include <doctest/doctest.h>

using namespace crmtrack::util;

TEST_CASE("the name of a zone leads nowhere but into the database") {
  CHECK(is_zone_name("Europe/London"));
  CHECK(is_zone_name("America/Port-au-Prince"));
  CHECK(is_zone_name("Etc/GMT+5"));
  CHECK_FALSE(is_zone_name(""));
  CHECK_FALSE(is_zone_name("/etc/localtime"));
  CHECK_FALSE(is_zone_name("../../etc/passwd"));
  CHECK_FALSE(is_zone_name("Europe/Lon don"));
  CHECK_FALSE(is_zone_name("<-03>3"));
}
