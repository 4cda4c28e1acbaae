#include <doctest/doctest.h>
#include <fmt/format.h>

#include "policy/authority.hpp"
#include "policy/check.hpp"
#include "policy/load.hpp"

namespace crmtrack::policy {
namespace {

constexpr const char* kPeople =
    "people:\n"
    "  - {email: ben@example.com, role: complaints_manager}\n"
    "  - {email: Cleo@Example.com, role: front_line}\n"
    "  - {email: dan@example.com, role: front_line, valid_to: 2026-11-21}\n"
    "  - {email: eve@example.com, role: front_line}\n"
    "  - {email: eve@example.com, role: complaints_manager, from: 2026-12-01}\n";

Authority authority(const std::string& rights, const std::string& people = kPeople) {
  const Policy policy = load({{"people.yaml", people}, {"rights.yaml", "rights:\n" + rights}});
  CHECK(policy.findings.empty());
  return Authority(policy);
}

std::string mistakes_in(const std::string& rights) {
  std::string text;
  for (const Finding& finding : check({{"people.yaml", kPeople}, {"rights.yaml", "rights:\n" + rights}})) {
    text += fmt::format("{}:{}:{}: {}{}\n", finding.file, finding.mark.line, finding.mark.column,
                        finding.warning ? "warning: " : "", finding.message);
  }
  return text;
}

TEST_CASE("a right that is not listed is everybody's, but relay, which is nobody's") {
  const Authority all = authority("");
  for (const Right right : kRights) {
    CAPTURE(name_of(right));
    CHECK(all.refusal("cleo@example.com", right, "2026-11-21").has_value() == (right == Right::relay));
    CHECK(all.holders(right, "2026-11-21") == (right == Right::relay ? "nobody" : ""));
    CHECK(parse_right(name_of(right)) == right);
  }
  CHECK_FALSE(parse_right("closse"));
}

TEST_CASE("a listed right is its roles'") {
  const Authority some =
      authority("  - {right: close, roles: [complaints_manager, auditor]}\n  - {right: void, roles: []}\n");
  CHECK_FALSE(some.refusal("BEN@example.com", Right::close, "2026-11-21"));
  CHECK(*some.refusal("cleo@example.com", Right::close, "2026-11-21") ==
        "cleo@example.com may not close: rights.yaml gives that to complaints_manager, auditor");
  CHECK(*some.refusal("ben@example.com", Right::void_, "2026-11-21") ==
        "ben@example.com may not void: rights.yaml gives that to nobody");
  CHECK(some.holders(Right::close, "2026-11-21") == "ben@example.com");
  CHECK(some.holders(Right::void_, "2026-11-21") == "nobody");
}

TEST_CASE("where the directory lists anybody, only who is in it, and still here, has any right") {
  const Authority some = authority("");
  CHECK(*some.stranger("zed@example.com", "2026-11-21") == "zed@example.com is not in people.yaml");
  CHECK(*some.refusal("zed@example.com", Right::close, "2026-11-21") == "zed@example.com is not in people.yaml");
  CHECK_FALSE(some.stranger("dan@example.com", "2026-11-20"));
  CHECK(*some.stranger("dan@example.com", "2026-11-21") ==
        "dan@example.com has left: people.yaml says so from 2026-11-21 on");
  CHECK(*some.stranger("", "2026-11-21") == "somebody without an address is not in people.yaml");
  CHECK(some.stranger("a\x1b[31m@b", "2026-11-21")->find('\x1b') == std::string::npos);
  CHECK_FALSE(authority("", "people:\n").stranger("zed@example.com", "2026-11-21"));
}

TEST_CASE("entries hold from their date on") {
  const Authority dated = authority(
      "  - {right: close, roles: [complaints_manager]}\n"
      "  - {right: close, roles: [front_line], from: 2026-12-01}\n"
      "  - {right: waive, roles: [complaints_manager], from: 2026-12-01}\n");
  CHECK(dated.is_dated());
  CHECK_FALSE(dated.refusal("ben@example.com", Right::close, "2026-11-30"));
  CHECK(dated.refusal("ben@example.com", Right::close, "2026-12-01"));
  CHECK_FALSE(dated.refusal("cleo@example.com", Right::close, "2026-12-01"));
  CHECK_FALSE(dated.refusal("cleo@example.com", Right::waive, "2026-11-30"));
  CHECK(dated.refusal("cleo@example.com", Right::waive, "2026-12-01"));
  CHECK(dated.refusal("eve@example.com", Right::waive, "2026-12-01") == std::nullopt);
}

TEST_CASE("all of several rights are needed") {
  const Authority some = authority("  - {right: close, roles: [complaints_manager]}\n");
  RightSet needed;
  add(needed, Right::close);
  add(needed, Right::machine);
  CHECK_FALSE(some.refusal("ben@example.com", needed, "2026-11-21"));
  CHECK(some.refusal("cleo@example.com", needed, "2026-11-21"));
  CHECK_FALSE(some.refusal("cleo@example.com", RightSet(), "2026-11-21"));
  CHECK(some.refusal("zed@example.com", RightSet(), "2026-11-21"));
}

TEST_CASE("policies are told apart by what they answer") {
  CHECK(authority("  - {right: close, roles: []}\n") == authority("  - {right: close, roles: [], why: x}\n"));
  CHECK_FALSE(authority("  - {right: close, roles: []}\n") == authority(""));
  CHECK_FALSE(authority("", "people:\n  - {email: a@b.c}\n") ==
              authority("", "people:\n  - {email: a@b.c, role: x}\n"));
}

TEST_CASE("mistakes in rights.yaml are found") {
  CHECK(mistakes_in("  - {right: closse, roles: [complaints_manager]}\n") ==
        "rights.yaml:2:13: 'right' is 'closse', but must be one of close, waive, withdraw, void, correct, policy, "
        "relay, machine, person_reports\n");
  CHECK(mistakes_in("  - {right: close}\n") ==
        "rights.yaml:2:5: 'roles' is missing; an empty list gives the right to nobody\n");
  CHECK(mistakes_in("  - {right: close, roles: [pope]}\n") ==
        "rights.yaml:2:5: warning: the right 'close' is given to the role 'pope', which nobody has\n");
  CHECK(mistakes_in("  - {right: close, roles: []}\n  - {right: close, roles: [front_line]}\n") ==
        "rights.yaml:3:13: 'close' stands here twice; give one of them another 'from', or take it out\n");
  CHECK(mistakes_in("  - {right: close, roles: []}\n  - {right: close, roles: [front_line], from: 2027-01-01}\n") ==
        "");
}

}  // namespace
}  // namespace crmtrack::policy
