#include <doctest/doctest.h>

#include "build.hpp"

#include "story/customer.hpp"

namespace crmtrack::story::test {

TEST_CASE("a customer is its registration and what changed since") {
  Teller teller("acme", record::StoryKind::customer);
  teller.tell(
      "customer",
      {{"name", text("Acme")},
       {"segment", text("retail")},
       {"manager", text("lena@example.com")},
       {"contacts", yaml::Node::list({map({{"name", text("Ms Roth")}, {"mail", text("roth@acme.example")}})})}});
  teller.tell("customer", {{"segment", text("wholesale")}, {"region", text("north")}});
  teller.in("compliment");
  teller.in("compliment");
  teller.out("call", {{"promises", yaml::Node::list({map({{"what", text("call again")}})})}});
  const std::string asked = teller.in("email", {{"expects", map({{"what", text("reply")}})}});
  const Customer customer = fold_customer(teller.story(), Terms{});
  CHECK(customer.id == "acme");
  CHECK(customer.name == "Acme");
  CHECK(customer.segment == "wholesale");
  CHECK(customer.region == "north");
  CHECK(customer.manager == "lena@example.com");
  REQUIRE(customer.contacts.size() == 1);
  CHECK(customer.contacts[0].text_of("mail") == "roth@acme.example");
  CHECK(customer.compliments == 2);
  CHECK(customer.entries.size() == 6);
  CHECK(customer.conflicts.empty());
  REQUIRE(customer.promises.size() == 2);
  CHECK(customer.promises[1].who == "lena@example.com");
  teller.out("email", {{"answers", list({asked})}});
  CHECK(fold_customer(teller.story(), Terms{}).promises[1].ended == Promise::Ended::kept);
}

TEST_CASE("two who register a customer alike agree, and otherwise are shown") {
  Teller teller("acme", record::StoryKind::customer);
  teller.tell_after({}, "customer", {{"name", text("Acme")}});
  teller.tell_after({}, "customer", {{"name", text("Acme")}});
  CHECK(fold_customer(teller.story(), Terms{}).conflicts.empty());
  teller.tell_after({}, "customer", {{"name", text("ACME Ltd")}});
  const Customer contested = fold_customer(teller.story(), Terms{});
  REQUIRE(contested.conflicts.size() == 1);
  CHECK(contested.conflicts[0].what == "name");
  CHECK(contested.name == "ACME Ltd");
  teller.tell("customer", {{"name", text("Acme")}});
  CHECK(fold_customer(teller.story(), Terms{}).conflicts.empty());
}

TEST_CASE("a customer's records can be corrected and waived, and stay where they are") {
  Teller teller("acme", record::StoryKind::customer);
  const std::string root = teller.tell("customer", {{"name", text("Akme")}});
  const std::string call = teller.out("call", {{"promises", yaml::Node::list({map({{"what", text("x")}})})}});
  const std::string wrong = teller.in("compliment");
  teller.tell("correction", {{"corrects", text(root)}, {"set", map({{"name", text("Acme")}})}});
  const std::string move = teller.tell(
      "correction", {{"corrects", text(wrong)}, {"set", map({{"complaint", text("20260301-7f3q2mxab4")}})}});
  teller.tell("waiver", {{"promise", text("commitment")}, {"why", text("done")}});
  const Customer customer = fold_customer(teller.story(), Terms{});
  CHECK(customer.name == "Acme");
  CHECK(customer.compliments == 1);
  CHECK(customer.notes.at(move).note.find("only activities of complaints move") != std::string::npos);
  CHECK(find_promise(customer.promises, "commitment", call)->ended == Promise::Ended::waived);
}

TEST_CASE("a customer that nobody registered is known by what was said") {
  Teller teller("acme", record::StoryKind::customer);
  teller.in("compliment");
  const Customer customer = fold_customer(teller.story(), Terms{});
  CHECK(customer.name.empty());
  CHECK(customer.compliments == 1);
  CHECK(fold_customer({{record::StoryKind::customer, "acme"}, {}}, Terms{}).entries.empty());
}

}  // namespace crmtrack::story::test
