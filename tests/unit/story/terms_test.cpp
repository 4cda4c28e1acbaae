#include "story/terms.hpp"
#include "policy/load.hpp"
#include "story/customer_facts.hpp"

#include <doctest/doctest.h>

#include "build.hpp"

namespace crmtrack::story::test {

namespace {

policy::Policy sample() {
  return policy::load(
      {{"people.yaml",
        "people:\n  - {email: ben@example.com, name: Ben, role: lead}\n  - {email: eva@example.com, name: Eva, role: "
        "lead, valid_to: 2026-06-30}\n"},
       {"levels.yaml",
        "levels:\n  - {level: 1, name: manager, role: project_manager}\n  - {level: 2, name: lead, role: lead}\n"},
       {"projects.yaml",
        "projects:\n  - {id: apollo, name: Apollo, manager: asha@example.com}\n  - id: gemini\n    people:\n      2: "
        "[dana@example.com]\n"}});
}

}  // namespace

TEST_CASE("terms say who stands at a level, as policy does") {
  const policy::Policy policy = sample();
  REQUIRE(policy.findings.empty());
  const Terms terms = terms_of(policy);
  for (const char* project : {"apollo", "gemini", "unknown"})
    for (const int level : {1, 2, 3})
      for (const char* date : {"", "2026-01-01", "2026-06-30"})
        CHECK(terms.people_at(project, level, date) == policy.people_at(project, level, date));
  CHECK(terms.people_at("apollo", 1, "") == std::vector<std::string>{"asha@example.com"});
  CHECK(terms.people_at("gemini", 2, "") == std::vector<std::string>{"dana@example.com"});
}

TEST_CASE("policies that a fold cannot tell apart have equal terms") {
  const Terms terms = terms_of(sample());
  policy::Policy other = sample();
  other.people[0].name = "Benjamin";
  other.people[0].team = "claims";
  other.projects[0].name = "Apollo 11";
  other.levels[0].name = "project manager";
  other.reopen_days = 99;
  other.reasons.push_back({});
  CHECK(terms_of(other) == terms);
}

TEST_CASE("policies under which somebody else stands at a level have other terms") {
  const Terms terms = terms_of(sample());
  const auto differs = [&](const auto& change) {
    policy::Policy other = sample();
    change(other);
    return terms_of(other) != terms;
  };
  CHECK(differs([](auto& policy) { policy.people[0].role = "agent"; }));
  CHECK(differs([](auto& policy) { policy.people[0].valid_to = "2026-01-01"; }));
  CHECK(differs([](auto& policy) { policy.people[0].email = "b@example.com"; }));
  CHECK(differs([](auto& policy) { policy.people[0].from = "2026-01-01"; }));
  CHECK(differs([](auto& policy) { policy.people.pop_back(); }));
  CHECK(differs([](auto& policy) { policy.silence_days = 99; }));
  CHECK(differs([](auto& policy) { policy.ladders.emplace_back(); }));
  CHECK(differs([](auto& policy) { policy.levels[1].role = "director"; }));
  CHECK(differs([](auto& policy) { policy.levels[1].from = "2026-01-01"; }));
  CHECK(differs([](auto& policy) { policy.projects[0].manager = "bo@example.com"; }));
  CHECK(differs([](auto& policy) { policy.projects[0].regulatory = "disp"; }));
  CHECK(differs([](auto& policy) { policy.projects[0].calendar = "late"; }));
  CHECK(differs([](auto& policy) { policy.projects[0].from = "2026-01-01"; }));
  CHECK(differs([](auto& policy) { policy.projects[1].people[2] = {"bo@example.com"}; }));
}

TEST_CASE("a complaint takes over its customer's segment, and the region where it states none") {
  Teller teller;
  teller.customers() = {{"acme", {"retail", "north"}}, {"globex", {"key", "east"}}};
  const std::string own = teller.complaint();
  CHECK(teller.fold().segment == "retail");
  CHECK(teller.fold().region == "north");
  CHECK(teller.fold().text_of("region").empty());
  teller.tell("change", {{"set", map({{"region", text("west")}})}});
  CHECK(teller.fold().region == "west");
  teller.tell("change", {{"set", map({{"customer", text("globex")}})}});
  CHECK(teller.fold().segment == "key");
  CHECK(teller.fold().region == "west");
  teller.tell("correction",
              {{"corrects", text(own)}, {"set", map({{"region", text("south")}})}, {"why", text("typo")}});
  teller.customers().clear();
  CHECK(teller.fold().segment.empty());
}

TEST_CASE("the customers named are all that a record may make the complaint's") {
  Teller teller;
  const std::string own = teller.complaint();
  const std::string change = teller.tell("change", {{"set", map({{"customer", text("globex")}})}});
  const auto correct = [&](const std::string& record, Fields set) {
    teller.tell("correction", {{"corrects", text(record)}, {"set", map(std::move(set))}, {"why", text("typo")}});
  };
  CHECK(customers_named(teller.story()) == std::set<std::string>{"acme", "globex"});
  correct(change, {{"set.customer", text("initech")}});
  CHECK(customers_named(teller.story()).contains("initech"));
  CHECK(customers_named(teller.story()).contains(teller.fold().text_of("customer")));
  correct(own, {{"customer", text("umbrella")}});
  correct(change, {{"set", map({{"customer", text("hooli")}})}});
  CHECK(customers_named(teller.story()) == std::set<std::string>{"acme", "globex", "hooli", "initech", "umbrella"});
  teller.out("call", {{"with", text("customer")}, {"customer", yaml::Node::null()}});
  CHECK(customers_named(teller.story()).size() == 5);
}

}  // namespace crmtrack::story::test
