#include <doctest/doctest.h>

#include "build.hpp"
#include "story/entry_state.hpp"
#include "story/lifecycle.hpp"
#include "story/move_refusal.hpp"

/// Two clones that write without knowing of each other.
namespace crmtrack::story::test {
namespace {

Fields setting(std::string field, std::string value) {
  return {{"set", map({{std::move(field), text(std::move(value))}})}};
}

const Conflict* find_conflict(const Complaint& complaint, std::string_view what) {
  for (const Conflict& conflict : complaint.conflicts)
    if (conflict.what == what) return &conflict;
  return nullptr;
}

}  // namespace

TEST_CASE("two values of one field, neither after the other, are contested until a later one settles it") {
  Teller teller;
  const std::string root = teller.complaint();
  const std::string a = teller.tell_after({root}, "change", setting("severity", "low"), "asha@example.com");
  const std::string b = teller.tell_after({root}, "change", setting("severity", "high"), "bo@example.com");
  const Complaint both = teller.fold();
  CHECK(both.text_of("severity") == "high");
  REQUIRE(both.conflicts.size() == 1);
  CHECK(both.conflicts.front().what == "severity");
  CHECK(both.conflicts.front().records == std::vector{a, b});
  const std::string& message = both.conflicts.front().message;
  CHECK(message.find("'low' by asha@example.com (" + a.substr(10, 4) + ")") != std::string::npos);
  CHECK(message.find("'high' by bo@example.com (" + b.substr(10, 4) + ")") != std::string::npos);
  CHECK(message.ends_with("'high' stands"));
  Teller half = teller;
  half.tell_after({a}, "change", setting("severity", "medium"));
  CHECK(half.fold().contested());
  teller.tell("change", setting("project", "apollo"));
  CHECK(teller.fold().contested());
  teller.tell("change", setting("severity", "low"));
  CHECK(!teller.fold().contested());
  CHECK(teller.fold().text_of("severity") == "low");
}

TEST_CASE("equal values, other fields, and one after the other are no conflict") {
  Teller teller;
  const std::string root = teller.complaint();
  const std::string a = teller.tell_after({root}, "change", setting("severity", "low"));
  teller.tell_after({root}, "change", setting("severity", "low"));
  teller.tell_after({root}, "change", setting("reason", "late"));
  CHECK(!teller.fold().contested());
  Teller chain;
  chain.complaint();
  chain.tell("change", setting("severity", "low"));
  chain.out("call");
  chain.tell("change", setting("severity", "high"));
  CHECK(!chain.fold().contested());
}

TEST_CASE("owners given by two are contested until assigned anew") {
  Teller teller;
  const std::string root = teller.complaint();
  teller.tell_after({root}, "assignment", {{"to", text("bo@example.com")}});
  teller.tell_after({root}, "assignment", {{"to", text("cy@example.com")}});
  Complaint complaint = teller.fold();
  CHECK(complaint.owner == "cy@example.com");
  CHECK(complaint.handovers == 1);
  REQUIRE(find_conflict(complaint, "owner") != nullptr);
  CHECK(complaint.conflicts.size() == 1);
  teller.tell("assignment", {{"to", text("bo@example.com")}});
  CHECK(!teller.fold().contested());
}

TEST_CASE("links and references of both add up") {
  Teller teller;
  const std::string root = teller.complaint({{"refs", list({"helpdesk:1"})}});
  teller.tell_after({root}, "change", {{"set", map({{"refs", list({"defect:A"})}, {"link", text("follows:x")}})}});
  teller.tell_after({root}, "change", {{"set", map({{"ref", text("defect:B")}, {"links", list({"related:y"})}})}});
  const Complaint complaint = teller.fold();
  CHECK(!complaint.contested());
  CHECK(complaint.refs == std::set<std::string>{"defect:A", "defect:B", "helpdesk:1"});
  CHECK(complaint.links == std::set<std::string>{"follows:x", "related:y"});
  CHECK(complaint.fields.texts_of("refs") == std::vector<std::string>{"defect:A", "defect:B", "helpdesk:1"});
}

TEST_CASE("the first step that fits stands, the other is set aside, and the next move settles it") {
  Teller teller;
  teller.complaint();
  const std::string root = teller.resolve();
  const std::string no = teller.tell_after(
      {root}, "change", Teller::status_fields("investigating", {{"rejected", text("yes")}}), "bo@example.com");
  const std::string yes = teller.tell_after(
      {root}, "change",
      Teller::status_fields("resolved", {{"accepted_by", text("customer")}}, {{"evidence", text("signed")}}));
  const Complaint complaint = teller.fold();
  CHECK(complaint.status == Status::investigating);
  CHECK(complaint.notes.at(yes).set_aside);
  REQUIRE(complaint.conflicts.size() == 1);
  CHECK(complaint.conflicts.front().records == std::vector{no, yes});
  CHECK(complaint.conflicts.front().message ==
        "confirm by asha@example.com (" + yes.substr(10, 4) +
            ") does not fit: the status was investigating since bo@example.com (" + no.substr(10, 4) + ")");
  teller.out("call");
  CHECK(teller.fold().contested());
  teller.resolve();
  CHECK(!teller.fold().contested());
  CHECK(teller.fold().notes.at(yes).set_aside);
}

TEST_CASE("two steps that fit one after the other are contested all the same") {
  Teller teller;
  const std::string root = teller.complaint();
  const std::string waits = teller.tell_after({root}, "change", Teller::status_fields("waiting"));
  teller.tell_after({root}, "change", Teller::status_fields("withdrawn"));
  CHECK(teller.fold().status == Status::withdrawn);
  REQUIRE(find_conflict(teller.fold(), "status") != nullptr);
  CHECK(refusal_of(Move::withdraw, teller.fold()).empty());
  CHECK(!refusal_of(Move::void_, teller.fold()).empty());
  const std::string again = teller.status("withdrawn");
  const Complaint settled = teller.fold();
  CHECK(!settled.contested());
  CHECK(!settled.notes.at(again).set_aside);
  CHECK(settled.transitions.size() == 3);
  CHECK(refusal_of(Move::withdraw, settled) == "it is withdrawn already");
}

TEST_CASE("two who end it the same way agree") {
  for (const std::string status : {"closed", "withdrawn", "void"}) {
    Teller teller;
    teller.complaint();
    teller.resolve();
    const std::string root = teller.confirm();
    teller.tell_after({root}, "change", Teller::status_fields(status));
    const std::string second = teller.tell_after({root}, "change", Teller::status_fields(status));
    CHECK(record::name_of(teller.fold().status) == status);
    CHECK(!teller.fold().contested());
    CHECK(teller.fold().notes.at(second).set_aside);
  }
  Teller reopened;
  reopened.complaint();
  reopened.resolve();
  const std::string root = reopened.confirm();
  const Fields reopen = Teller::status_fields("investigating", {{"reopened", text("yes")}});
  reopened.tell_after({root}, "change", reopen);
  reopened.tell_after({root}, "change", reopen);
  CHECK(reopened.fold().cycle == 2);
  CHECK(!reopened.fold().contested());
}

TEST_CASE("a terminal step that overtook another is settled by saying it again") {
  Teller teller;
  teller.complaint();
  const std::string root = teller.resolve();
  teller.tell_after({root}, "change", Teller::status_fields("void"));
  teller.tell_after({root}, "change", Teller::status_fields("closed"));
  CHECK(teller.fold().contested());
  CHECK(refusal_of(Move::void_, teller.fold()).empty());
  teller.status("void");
  CHECK(!teller.fold().contested());
  teller.status("void");
  CHECK(teller.fold().contested());
}

TEST_CASE("moves that are never refused make no conflict") {
  Teller teller;
  const std::string root = teller.complaint();
  teller.tell_after({root}, "activity", {{"type", text("work")}, {"direction", text("internal")}});
  teller.tell_after({root}, "change", Teller::status_fields("waiting", {{"waiting_on", text("carrier")}}));
  teller.tell_after({root}, "activity",
                    {{"type", text("email")}, {"direction", text("out")}, {"purpose", text("acknowledge")}});
  teller.tell_after({root}, "assignment", {{"to", text("bo@example.com")}});
  CHECK(!teller.fold().contested());
  CHECK(teller.fold().status == Status::waiting);
}

TEST_CASE("two answers that differ are contested in what they say") {
  Teller teller;
  const std::string root = teller.complaint();
  const auto answer = [](std::string outcome) {
    return Fields{{"outcome", text(std::move(outcome))}, {"code", text("fixed")}, {"evidence", text("sent")}};
  };
  teller.tell_after({root}, "resolution", answer("upheld"));
  teller.tell_after({root}, "resolution", answer("not_upheld"));
  const Complaint complaint = teller.fold();
  CHECK(complaint.outcome == "not_upheld");
  REQUIRE(complaint.conflicts.size() == 1);
  CHECK(complaint.conflicts.front().what == "outcome");
  teller.resolve();
  CHECK(!teller.fold().contested());
}

TEST_CASE("a new answer leaves nothing of the old one") {
  Teller teller;
  teller.complaint();
  teller.tell("resolution", {{"outcome", text("upheld")},
                             {"code", text("redress_monetary")},
                             {"cause", text("delay")},
                             {"evidence", text("sent")},
                             {"redress", map({{"amount", text("12.50")}, {"currency", text("EUR")}})}});
  CHECK(teller.fold().redress.text_of("amount") == "12.50");
  teller.status("investigating", {{"rejected", text("yes")}});
  CHECK(teller.fold().cause == "delay");
  teller.resolve();
  CHECK(teller.fold().cause.empty());
  CHECK(teller.fold().redress.is_null());
}

TEST_CASE("a machine's record never contests, and of one key the smallest id applies") {
  Teller teller;
  const std::string root = teller.complaint();
  teller.tell_after({root}, "change", setting("severity", "low"));
  Fields machine = setting("severity", "high");
  machine.emplace_back("key", text("rule-1"));
  teller.tell_after({root}, "change", machine);
  CHECK(!teller.fold().contested());
  CHECK(teller.fold().text_of("severity") == "high");
  Fields other = setting("severity", "medium");
  other.emplace_back("key", text("rule-1"));
  const std::string duplicate = teller.tell_after({root}, "change", other);
  const Complaint complaint = teller.fold();
  CHECK(complaint.text_of("severity") == "high");
  CHECK(complaint.notes.at(duplicate).duplicate_of == Teller::id_of(3));
  CHECK(!complaint.contested());
  Fields step = Teller::status_fields("closed");
  step.emplace_back("key", text("row-2"));
  const std::string misfit = teller.tell("change", step);
  CHECK(teller.fold().notes.at(misfit).set_aside);
  CHECK(!teller.fold().contested());
}

TEST_CASE("a person's step that the machine overtook is set aside without a conflict, unless they knew") {
  for (const bool knew : {false, true}) {
    Teller teller;
    const std::string root = teller.complaint();
    Fields step = Teller::status_fields("withdrawn");
    step.emplace_back("key", text("row-1"));
    const std::string machine = teller.tell_after({root}, "change", step);
    const std::string late = teller.tell_after({knew ? machine : root}, "change", Teller::status_fields("waiting"));
    CHECK(teller.fold().notes.at(late).set_aside);
    CHECK(teller.fold().contested() == knew);
  }
}

TEST_CASE("a change leaves alone what other kinds decide") {
  Teller teller;
  teller.complaint();
  const std::string id =
      teller.tell("change", {{"set", map({{"owner", text("me")}, {"level", text("3")}, {"region", text("north")}})}});
  const Complaint complaint = teller.fold();
  CHECK(complaint.owner.empty());
  CHECK(complaint.level == 0);
  CHECK(complaint.text_of("region") == "north");
  CHECK(complaint.text_of("owner").empty());
  CHECK(complaint.notes.at(id).note == "a change cannot set 'owner'; a change cannot set 'level'");
}

}  // namespace crmtrack::story::test
