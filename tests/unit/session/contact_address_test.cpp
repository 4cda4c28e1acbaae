#include "session/contact_address.hpp"

#include <doctest/doctest.h>

namespace crmtrack::session::test {

namespace {

using People = std::vector<util::NamedMail>;

const People kTwo{{"Eva Berg", "eva@acme.example"}, {"Ben Ode", "ben@acme.example"}};

/// The address of the person whom find_addressee() finds, or `-`.
std::string found(const util::NamedMail& contact, const People& of_customer) {
  const auto person = find_addressee(contact, of_customer);
  return person ? person->mail : "-";
}

}  // namespace

TEST_CASE("a mail goes to the address that stands with the complaint") {
  CHECK(found({"Eva Berg", "else@acme.example"}, kTwo) == "else@acme.example");
  CHECK(found({"", "else@acme.example"}, {}) == "else@acme.example");
}

TEST_CASE("a mail goes to the customer's contact of the name") {
  CHECK(found({"eva berg", ""}, kTwo) == "eva@acme.example");
  CHECK(found({"Ode", ""}, kTwo) == "ben@acme.example");
  CHECK(found({"Maria", ""}, kTwo) == "-");
  CHECK(found({"Eva Berg", ""}, {{"Eva Berg", "a@acme.example"}, {"Eva Berg", "b@acme.example"}}) == "-");
  CHECK(found({"Eva", ""}, {{"Eva", "a@acme.example"}, {"Eva Berg", "b@acme.example"}}) == "a@acme.example");
}

TEST_CASE("a mail goes to the customer's only contact, and to none of several") {
  CHECK(found({"", ""}, {kTwo.front()}) == "eva@acme.example");
  CHECK(found({"Maria", ""}, {kTwo.front()}) == "eva@acme.example");
  CHECK(found({"", ""}, kTwo) == "-");
  CHECK(found({"", ""}, {}) == "-");
}

}  // namespace crmtrack::session::test
