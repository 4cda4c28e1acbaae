#include <doctest/doctest.h>

#include "record/kinds.hpp"
#include "story/needed_rights.hpp"

namespace crmtrack::story {
namespace {

/// The names of the rights that a record with this text needs.
std::string needs(const std::string& kind, const std::string& fields, const std::string& by = "asha@example.com") {
  const std::string text = "kind: " + kind + "\nat: 2026-11-21T09:12:00Z\nby: " + by + "\nafter: []\n" + fields;
  const auto record = record::parse("01kajz0000aaaaaaaaaaaaaaaa", record::StatedKind(kind), text);
  REQUIRE(record);
  std::string names;
  for (const policy::Right right : policy::kRights)
    if (policy::contains(needed_rights(*record), right))
      names += std::string(names.empty() ? "" : " ") + std::string(name_of(right));
  return names;
}

TEST_CASE("the table of kinds names rights that there are") {
  for (const record::KindSpec& kind : record::kinds()) {
    CAPTURE(kind.right);
    CHECK((kind.right.empty() || policy::parse_right(kind.right).has_value()));
  }
}

TEST_CASE("a record's content decides which rights it needs") {
  CHECK(needs("complaint", "summary: x\n") == "");
  CHECK(needs("activity", "type: note\ntext: closed\n") == "");
  CHECK(needs("change", "set: {status: closed}\n") == "close");
  CHECK(needs("change", "set: {status: withdrawn}\n") == "withdraw");
  CHECK(needs("change", "set: {status: void, duplicate_of: x}\n") == "void");
  CHECK(needs("change", "set: {status: resolved, severity: high}\n") == "");
  CHECK(needs("waiver", "promise: review\nwhy: x\n") == "waive");
  CHECK(needs("step", "state: agreed\ntext: x\n") == "");
  CHECK(needs("step", "step: 01kajz0000aaaaaaaaaaaaaaaa\nstate: dropped\nwhy: x\n") == "waive");
  CHECK(needs("correction", "corrects: 01kajz0000aaaaaaaaaaaaaaaa\nset: {text: x}\n") == "correct");
  CHECK(needs("correction", "corrects: 01kajz0000aaaaaaaaaaaaaaaa\nset: {state: dropped}\n") == "waive correct");
}

TEST_CASE("a correction needs the right to what it makes of another record, by whatever path") {
  for (const char* set :
       {"{status: closed}", "{set.status: closed}", "{set: {status: closed}}", "{set.set.status: closed}"}) {
    CAPTURE(set);
    CHECK(needs("correction", std::string("corrects: 01kajz0000aaaaaaaaaaaaaaaa\nset: ") + set + "\n") ==
          "close correct");
  }
}

TEST_CASE("a machine's record needs the machine's right beside all others") {
  CHECK(needs("complaint", "summary: x\nkey: cfpb:1\n") == "machine");
  CHECK(needs("complaint", "summary: x\n", "import:cfpb") == "machine");
  CHECK(needs("notification", "rule: x\n") == "machine");
  CHECK(needs("delivery", "outcome: sent\n") == "");  // a person sends a mail of their own
  CHECK(needs("delivery", "outcome: sent\nkey: x\n") == "machine");
  CHECK(needs("alarm", "signal: k3x9qf\nstate: explained\nwhy: x\n") == "");
  CHECK(needs("alarm", "signal: k3x9qf\nstate: raised\nkey: alarm/k3x9qf\n", "crmtrack") == "machine");
  CHECK(needs("escalation", "to_level: 1\n", "crmtrack") == "machine");
  CHECK(needs("complaint", "summary: x\nsource: tickets:HD-7\n") == "machine");
  CHECK(needs("complaint", "summary: x\nsource: mail:4711\n") == "");
  CHECK(needs("mail", "subject: x\n") == "machine");
  CHECK(needs("mail", "assigned_to: 20261121-7f3q2mxab4\n") == "");  // a person puts it there
  CHECK(needs("change", "set: {status: closed}\nkey: x\n") == "close machine");
}

}  // namespace
}  // namespace crmtrack::story
