#include <doctest/doctest.h>

#include "policy/charter.hpp"
#include "policy/load.hpp"
#include "policy/templates.hpp"
#include "util/error.hpp"

namespace crmtrack::policy {

namespace {

Charter read(const std::string& text, std::vector<Finding>* findings = nullptr) {
  std::vector<Finding> found;
  Charter charter = load_charter({{std::string(kCharterFile), text}}, found);
  if (findings != nullptr) *findings = found;
  return charter;
}

}  // namespace

TEST_CASE("a charter is a statement and those who signed it") {
  const Charter charter = read("charter:\n  statement: |\n    For solving problems.\n  signed: [asha@example.com]\n");
  CHECK(charter.statement == "For solving problems.");
  CHECK(charter.signed_by == std::vector<std::string>{"asha@example.com"});
  std::vector<Finding> findings;
  CHECK(read("charter:\n  statement: 1\n  singed: [x]\n", &findings).signed_by.empty());
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].warning);
}

TEST_CASE("the draft of the templates is signed by nobody, and can be signed") {
  const std::string draft = templates().at(std::string(kCharterFile));
  CHECK(read(draft).signed_by.empty());
  CHECK_FALSE(read(draft).statement.empty());
  const std::string one = sign_charter(draft, "asha@example.com");
  CHECK(one.starts_with(draft));
  const std::string two = sign_charter(one, "ben@example.com");
  CHECK(read(two).signed_by == std::vector<std::string>{"asha@example.com", "ben@example.com"});
  CHECK(read(two).statement == read(draft).statement);
}

TEST_CASE("a charter in another form has to be signed by hand") {
  CHECK_THROWS_AS(sign_charter("charter:\n  signed:\n    - asha@example.com\n", "ben@example.com"), util::Error);
  CHECK_THROWS_AS(sign_charter("charter: {}\n", "ben@example.com"), util::Error);
}

TEST_CASE("settings name the language of texts and the firm") {
  const auto settings = [](const std::string& text) { return load({{"settings.yaml", text}}); };
  CHECK(settings("settings:\n  firm: Acme Bank\n").settings.language == "en");
  CHECK(settings("settings:\n  firm: Acme Bank\n").settings.firm == "Acme Bank");
  CHECK(settings("settings:\n  language: de\n").settings.language == "de");
  const Policy bad = settings("settings:\n  language: klingon\n");
  CHECK(bad.settings.language == "en");
  REQUIRE(bad.findings.size() == 1);
  CHECK(bad.findings[0].message.starts_with("'language' is 'klingon', but must be one of da, de, en"));
}

}  // namespace crmtrack::policy
