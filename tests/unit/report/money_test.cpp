#include <doctest/doctest.h>

#include "report/money.hpp"

namespace crmtrack::report {

TEST_CASE("currencies have the places that ISO 4217 gives them") {
  CHECK(minor_digits("EUR") == 2);
  CHECK(minor_digits("JPY") == 0);
  CHECK(minor_digits("KWD") == 3);
  CHECK(minor_digits("CLF") == 4);
}

TEST_CASE("sums of money are exact and never cut") {
  MoneySum sum;
  CHECK(sum.text(2) == "0.00");
  CHECK(sum.mean(2).empty());
  for (const char* amount : {"0.1", "0.2", "12"}) sum.add(amount);
  CHECK(sum.text(2) == "12.30");
  CHECK(sum.text(0) == "12.3");
  CHECK(sum.mean(2) == "4.10");
  sum.add("0.0005");
  CHECK(sum.text(2) == "12.3005");
}

TEST_CASE("amounts of any currency") {
  MoneySum dinars;
  dinars.add("1.234");
  dinars.add("2.111");
  CHECK(dinars.text(3) == "3.345");
  CHECK(dinars.mean(3) == "1.673");  // 1.6725, half up
  MoneySum yen;
  yen.add("1000");
  yen.add("500");
  yen.add("501");
  CHECK(yen.text(0) == "2001");
  CHECK(yen.mean(0) == "667");
}

TEST_CASE("large amounts and many of them") {
  MoneySum sum;
  for (int i = 0; i < 1000; ++i) sum.add("99999999999999999999");
  CHECK(sum.text(2) == "99999999999999999999000.00");
  CHECK(sum.mean(2) == "99999999999999999999.00");
  MoneySum fractions;
  for (int i = 0; i < 3; ++i) fractions.add("0.999999999999999999");
  CHECK(fractions.text(2) == "2.999999999999999997");
  CHECK(fractions.mean(2) == "1.00");
}

}  // namespace crmtrack::report
