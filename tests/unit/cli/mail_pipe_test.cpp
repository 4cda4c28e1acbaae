#include "cli/mail_pipe.hpp"

#include <doctest/doctest.h>

using namespace crmtrack::cli;

TEST_CASE("a mail on standard input is known by the words, whatever stands beside them") {
  CHECK(is_mail_pipe({"mail", "receive"}));
  CHECK(is_mail_pipe({"-C", "/srv/desk", "mail", "receive", "--print"}));
  CHECK(is_mail_pipe({"mail", "-q", "receive", "--bogus"}));
  CHECK_FALSE(is_mail_pipe({"mail", "receive", "--mbox", "FILE"}));
  CHECK_FALSE(is_mail_pipe({"mail", "receive", "--maildir=DIR"}));
  CHECK_FALSE(is_mail_pipe({"mail", "receive", "--help"}));
  CHECK_FALSE(is_mail_pipe({"mail", "receive", "-h"}));
  CHECK_FALSE(is_mail_pipe({"mail", "assign", "5v0k", "7f3q"}));
  CHECK_FALSE(is_mail_pipe({}));
}

TEST_CASE("a mail server sees 0 or 75") {
  CHECK(exit_code_of_mail_pipe(0) == 0);
  for (const int code : {1, 2, 5, 7, 70, 75, 141}) CHECK(exit_code_of_mail_pipe(code) == 75);
}
