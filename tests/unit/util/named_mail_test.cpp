#include "util/text/named_mail.hpp"

#include <doctest/doctest.h>

using namespace crmtrack::util;

TEST_CASE("a person is typed as a name, an address, or both") {
  const auto parts = [](std::string_view text) {
    const NamedMail person = parse_named_mail(text);
    return person.name + "|" + person.mail;
  };
  CHECK(parts("Ben Ode <ben@acme.example>") == "Ben Ode|ben@acme.example");
  CHECK(parts("  Ben Ode  < ben@acme.example > ") == "Ben Ode|ben@acme.example");
  CHECK(parts("<ben@acme.example>") == "|ben@acme.example");
  CHECK(parts(" ben@acme.example ") == "|ben@acme.example");
  CHECK(parts("Ben Ode") == "Ben Ode|");
  CHECK(parts("") == "|");
}

TEST_CASE("half a bracket is no address") {
  CHECK(parse_named_mail("Ben <ben").name == "Ben <ben");
  CHECK(parse_named_mail("Ben <ben").mail.empty());
  CHECK(parse_named_mail("> Ben <").mail.empty());
}
