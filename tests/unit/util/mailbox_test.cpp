#include "util/text/mailbox.hpp"

#include <doctest/doctest.h>

using namespace crmtrack::util;

TEST_CASE("addresses of one mailbox are alike") {
  CHECK(mailbox_key("Ada+x@Example.com") == "ada@example.com");
  CHECK(mailbox_key("+x@example.com") == "+x@example.com");
  CHECK(mailbox_key("no address") == "no address");
  CHECK(is_same_mailbox("Ada+x@Example.com", " ada@example.com"));
  CHECK_FALSE(is_same_mailbox("", ""));
}
