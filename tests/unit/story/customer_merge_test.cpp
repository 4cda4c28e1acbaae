#include <doctest/doctest.h>

#include "story/customer_facts.hpp"

using crmtrack::story::CustomerBook;
using crmtrack::story::standing_customer;

TEST_CASE("a merged customer is the one at the end of the chain") {
  const CustomerBook book{{"acme-ltd", {"", "", "acme"}}, {"acme", {"", "", "acme-group"}}, {"acme-group", {}}};
  CHECK(standing_customer(book, "acme-ltd") == "acme-group");
  CHECK(standing_customer(book, "acme") == "acme-group");
  CHECK(standing_customer(book, "acme-group") == "acme-group");
}

TEST_CASE("a customer whom nobody knows stands for himself, and may be merged into") {
  CHECK(standing_customer({}, "acme") == "acme");
  CHECK(standing_customer({{"acme", {"", "", "unknown"}}}, "acme") == "unknown");
}

TEST_CASE("merges that go in a circle are no merges") {
  const CustomerBook book{{"a", {"", "", "b"}}, {"b", {"", "", "a"}}, {"c", {"", "", "c"}}, {"outside", {"", "", "a"}}};
  for (const char* id : {"a", "b", "c", "outside"}) CHECK(standing_customer(book, id) == id);
}
