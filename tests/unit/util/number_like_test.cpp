#include "util/text/number_like.hpp"

#include <doctest/doctest.h>

using namespace crmtrack::util;

TEST_CASE("Programs take these words for a number, a date or a time") {
  for (const char* word : {"0097", "77e3", "1e65", "e123", "123e", "0x1f", "0b11", "3jan", "12mar", "7sept", "9apr26",
                           "mar1", "dec12", "10pm", "may4"})
    CHECK_MESSAGE(is_number_like(word), word);
  for (const char* word :
       {"", "7f3q", "1e6e", "0x1g", "0b1z", "3ja", "3jam", "3janx", "march", "jan", "a0097", "9pmx", "7e3d"})
    CHECK_MESSAGE(!is_number_like(word), word);
}

TEST_CASE("A short id is as long as it must be") {
  CHECK(plain_length("7f3q2mxab4", 4) == 4);
  CHECK(plain_length("0097ax", 4) == 5);
  CHECK(plain_length("77e34q", 4) == 6);
  CHECK(plain_length("3jan26q", 4) == 7);
  CHECK(plain_length("0012345678", 4) == 0);
}
