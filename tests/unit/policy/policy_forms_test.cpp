#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "policy/forms.hpp"
#include "policy/load.hpp"
#include "policy/policy.hpp"
#include "query/filter_match.hpp"
#include "yaml/read.hpp"

using crmtrack::policy::check_forms;
using crmtrack::policy::FormFault;
using crmtrack::policy::load;
using crmtrack::policy::Policy;
using crmtrack::yaml::Node;

namespace {

/// The facts of a complaint that is not written yet.
class Facts : public crmtrack::query::Row {
 public:
  explicit Facts(const Node& fields) : fields_(fields) {}
  [[nodiscard]] std::vector<std::string> values(std::string_view key) const override { return fields_.texts_of(key); }
  [[nodiscard]] const std::vector<std::vector<std::string>>& texts() const override { return none_; }

 private:
  const Node& fields_;
  std::vector<std::vector<std::string>> none_;
};

Policy policy_of(const std::string& entries) {
  Policy policy = load({{"forms.yaml", "forms:\n" + entries}});
  REQUIRE(policy.findings.empty());
  return policy;
}

std::vector<FormFault> faults_of(const Policy& policy, const std::string& fields, std::string_view date = {}) {
  const auto node = crmtrack::yaml::read(fields);
  REQUIRE(node.has_value());
  return check_forms(policy, Facts(*node), *node, date);
}

std::vector<std::string> names_of(const std::vector<FormFault>& faults) {
  std::vector<std::string> names;
  for (const auto& fault : faults) names.push_back(fault.field);
  return names;
}

const std::string kApollo =
    "- filter: project:apollo\n"
    "  require: [contract, contact]\n"
    "  match: {contract: 'C-[0-9]{4}'}\n"
    "  example: C-0815\n";

}  // namespace

TEST_CASE("a form asks of the complaints that its filter selects") {
  const Policy policy = policy_of(kApollo);
  CHECK(faults_of(policy, "project: gemini\n").empty());
  CHECK(faults_of(policy, "summary: no project\n").empty());
  const auto faults = faults_of(policy, "project: apollo\n");
  CHECK(names_of(faults) == std::vector<std::string>{"contract", "contact"});
  CHECK(faults[0].why == "policy asks for it in complaints with project:apollo");
  CHECK(faults[0].example == "C-0815");
  CHECK(faults_of(policy, "project: apollo\ncontract: C-0815\ncontact: Ann\n").empty());
}

TEST_CASE("a field that says nothing is missing") {
  const Policy policy = policy_of(kApollo);
  for (const char* const value : {"''", "' '", "\"\\n\"", "~", "", "[]", "['']", "{}", "[[]]", "{a: ''}"}) {
    CAPTURE(value);
    CHECK(names_of(faults_of(policy, "project: apollo\ncontact: Ann\ncontract: " + std::string(value) + "\n")) ==
          std::vector<std::string>{"contract"});
  }
}

TEST_CASE("a pattern fits the whole text or not") {
  const Policy policy = policy_of(kApollo);
  const auto with = [&](const std::string& contract) {
    return faults_of(policy, "project: apollo\ncontact: Ann\ncontract: " + contract + "\n");
  };
  CHECK(with("C-0815").empty());
  CHECK(with("\"C-0815\\n\"").empty());
  for (const char* const value : {"C-08155", "xC-0815", "c-0815", "\"C-0815\\nC-0816\"", "C-"}) {
    CAPTURE(value);
    CHECK(names_of(with(value)) == std::vector<std::string>{"contract"});
  }
  CHECK(with("wrong")[0].why == "'wrong' does not fit C-[0-9]{4}, as policy asks in complaints with project:apollo");
}

TEST_CASE("an absent field needs no pattern, a list one text that fits") {
  const Policy policy = policy_of("- {match: {refs: 'helpdesk:.*'}}\n");
  CHECK(faults_of(policy, "summary: x\n").empty());
  CHECK(faults_of(policy, "refs: ['mail:1', 'helpdesk:HD-2']\n").empty());
  CHECK(faults_of(policy, "refs: ['helpdesk:HD-2']\n").empty());
  CHECK(names_of(faults_of(policy, "refs: ['mail:1']\n")) == std::vector<std::string>{"refs"});
  CHECK(faults_of(policy, "refs: ['mail:1']\n")[0].why ==
        "'mail:1' does not fit helpdesk:.*, as policy asks in every complaint");
}

TEST_CASE("all forms that select a complaint ask, a field is named once") {
  const Policy policy = policy_of(
      "- {filter: 'channel:phone', require: [contact, phone]}\n"
      "- {filter: 'severity.min:high', require: [contact, description]}\n"
      "- {require: [summary]}\n");
  CHECK(names_of(faults_of(policy, "channel: phone\nseverity: critical\n")) ==
        std::vector<std::string>{"contact", "phone", "description", "summary"});
  CHECK(names_of(faults_of(policy, "channel: web\nseverity: low\n")) == std::vector<std::string>{"summary"});
}

TEST_CASE("a newer form takes the older one's place when its day has come") {
  const Policy policy = policy_of(
      "- {filter: 'project:apollo', require: [old]}\n"
      "- {filter: 'project:apollo', require: [new], from: 2026-07-01}\n"
      "- {name: all, require: [summary]}\n"
      "- {name: all, filter: 'channel:web', require: [url], from: 2026-07-01}\n");
  const std::string fields = "project: apollo\nchannel: phone\n";
  CHECK(names_of(faults_of(policy, fields, "2026-06-30")) == std::vector<std::string>{"old", "summary"});
  CHECK(names_of(faults_of(policy, fields, "2026-07-01")) == std::vector<std::string>{"new"});
}

TEST_CASE("a pattern from data cannot be made slow") {
  const Policy policy = policy_of("- {match: {contract: '(a*)*b|(a|aa)+c|(.*)(.*)(.*)(.*)x'}}\n");
  CHECK(names_of(faults_of(policy, "contract: " + std::string(20'000, 'a') + "\n")) ==
        std::vector<std::string>{"contract"});
}
