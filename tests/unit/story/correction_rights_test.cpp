#include <doctest/doctest.h>

#include "build.hpp"
#include "story/correction_rights.hpp"
#include "story/lifecycle.hpp"
#include "story/needed_rights.hpp"

namespace crmtrack::story::test {
namespace {

using policy::Right;
using policy::RightSet;

RightSet set_of(std::initializer_list<Right> rights) {
  RightSet set;
  for (const Right right : rights) policy::add(set, right);
  return set;
}

/// A closed complaint, whose closing is the last record.
Teller closed() {
  Teller teller;
  teller.complaint();
  teller.acknowledge();
  teller.resolve();
  teller.confirm();
  teller.tell("review", {{"lesson", text("ask")}});
  teller.status("closed");
  return teller;
}

std::string correct(Teller& teller, const std::string& id, Fields set, RightSet may) {
  const std::string by =
      teller.tell("correction", {{"corrects", text(id)}, {"set", map(std::move(set))}, {"why", text("x")}});
  teller.entries().back().provenance.author = "cleo@example.com";
  teller.entries().back().provenance.may = may;
  return by;
}

std::string refused(const Complaint& complaint) { return complaint.entries.back().provenance.refused; }

const std::string kRefused = "cleo@example.com may not close, and so may not correct a record that needs that right";

}  // namespace

TEST_CASE("without the right to close nobody takes back a closing, by whatever correction") {
  const RightSet others = policy::kEveryRight & ~set_of({Right::close});
  for (const Fields& set :
       {Fields{{"status", text("received")}}, Fields{{"set.status", text("received")}},
        Fields{{"set", map({{"status", text("received")}})}}, Fields{{"struck", yaml::Node::boolean(true)}},
        Fields{{"complaint", text("20260301-zzzzzzzzzz")}}, Fields{{"why", text("y")}}}) {
    Teller teller = closed();
    const std::string closing = teller.entries().back().record.id;
    REQUIRE(teller.fold().status == Status::closed);
    correct(teller, closing, set, others);
    const Complaint complaint = teller.fold();
    CHECK(complaint.status == Status::closed);
    CHECK(refused(complaint) == kRefused);
    CHECK((!complaint.notes.contains(closing) || complaint.notes.at(closing).corrected_by.empty()));
  }
}

TEST_CASE("with the right to close a person may take a closing back") {
  Teller teller = closed();
  correct(teller, teller.entries().back().record.id, {{"status", text("investigating")}}, policy::kEveryRight);
  const Complaint complaint = teller.fold();
  CHECK(complaint.status == Status::resolved);
  CHECK(refused(complaint).empty());
}

TEST_CASE("a correction of a correction leads back to what was corrected first") {
  Teller teller = closed();
  const std::string first =
      correct(teller, teller.entries().back().record.id, {{"why", text("y")}}, policy::kEveryRight);
  const std::string second = correct(teller, first, {{"set", map({{"status", text("received")}})}},
                                     policy::kEveryRight & ~set_of({Right::close}));
  CHECK(rights_of_corrected(teller.entries(), second) == set_of({Right::close, Right::correct}));
  const Complaint complaint = teller.fold();
  CHECK(complaint.status == Status::closed);
  CHECK(refused(complaint) == kRefused);
}

TEST_CASE("a machine's record is corrected without the machine's right") {
  Teller teller;
  const std::string id = teller.complaint({{"customer", text("acme")}, {"key", text("cfpb:1")}});
  correct(teller, id, {{"severity", text("high")}}, set_of({Right::correct}));
  CHECK(teller.fold().text_of("severity") == "high");
  CHECK(rights_of_corrected(teller.entries().front().record).none());
}

TEST_CASE("a waiver is taken back by who may waive") {
  Teller teller;
  teller.complaint();
  const std::string waiver = teller.tell("waiver", {{"promise", text("acknowledge")}, {"why", text("x")}});
  correct(teller, waiver, {{"promise", text("other")}}, set_of({Right::correct}));
  CHECK(refused(teller.fold()) ==
        "cleo@example.com may not waive, and so may not correct a record that needs that right");
}

TEST_CASE("without the right to close nobody closes by taking back a reopening") {
  const RightSet others = policy::kEveryRight & ~set_of({Right::close});
  for (const Fields& set :
       {Fields{{"status", text("resolved")}}, Fields{{"set.status", text("received")}},
        Fields{{"set", map({{"status", text("waiting")}})}}, Fields{{"struck", yaml::Node::boolean(true)}}}) {
    Teller teller = closed();
    const std::string reopening = teller.status("investigating", {{"reopened", text("true")}});
    REQUIRE(teller.fold().status == Status::investigating);
    correct(teller, reopening, set, others);
    const Complaint complaint = teller.fold();
    CHECK(complaint.status == Status::investigating);
    CHECK(refused(complaint) ==
          "cleo@example.com may not close, and this correction changes whether and how the complaint has ended");
    teller.entries().back().provenance.may = policy::kEveryRight;
    CHECK(teller.fold().status == Status::closed);
  }
}

TEST_CASE("without the right to close nobody takes back what a closing stands on") {
  const RightSet others = policy::kEveryRight & ~set_of({Right::close});
  Teller teller;
  teller.complaint();
  teller.acknowledge();
  const std::string resolution = teller.resolve();
  const std::string confirmation = teller.confirm();
  teller.status("closed");
  REQUIRE(teller.fold().status == Status::closed);
  SUBCASE("the confirmation is struck") {
    correct(teller, confirmation, {{"struck", yaml::Node::boolean(true)}}, others);
  }
  SUBCASE("the confirmation says another status") {
    correct(teller, confirmation, {{"status", text("responded")}}, others);
  }
  SUBCASE("the confirmation has too little evidence") {
    correct(teller, confirmation, {{"evidence", text("sent")}}, others);
  }
  SUBCASE("the resolution is struck") { correct(teller, resolution, {{"struck", yaml::Node::boolean(true)}}, others); }
  const Complaint complaint = teller.fold();
  CHECK(complaint.status == Status::closed);
  CHECK(!refused(complaint).empty());
}

TEST_CASE("a correction that changes no end needs no right to end") {
  const RightSet others = policy::kEveryRight & ~set_of({Right::close, Right::void_, Right::withdraw, Right::waive});
  Teller teller;
  teller.complaint();
  teller.acknowledge();
  teller.resolve();
  const std::string confirmation = teller.confirm();
  SUBCASE("struck while it is open") {
    correct(teller, confirmation, {{"struck", yaml::Node::boolean(true)}}, others);
    CHECK(teller.fold().status == Status::responded);
  }
  SUBCASE("corrected under a closing that stands") {
    teller.status("closed");
    correct(teller, confirmation, {{"evidence", text("confirmed_in_writing")}}, others);
    CHECK(teller.fold().status == Status::closed);
  }
  CHECK(refused(teller.fold()).empty());
}

TEST_CASE("a correction is judged by what the ledger had when it came") {
  const RightSet others = policy::kEveryRight & ~set_of({Right::close});
  Teller teller;
  teller.complaint();
  teller.acknowledge();
  teller.resolve();
  const std::string confirmation = teller.confirm();
  const std::string seen = teller.seen().front();
  correct(teller, confirmation, {{"struck", yaml::Node::boolean(true)}}, others);
  Entry correction = teller.entries().back();
  teller.tell_after({seen}, "change", Teller::status_fields("closed"));
  for (Entry& entry : teller.entries()) entry.provenance.recorded_at = entry.record.at.utc;
  SUBCASE("a colleague who was offline closed it meanwhile") {
    CHECK(teller.fold().status == Status::responded);
    CHECK(teller.fold().contested());
  }
  SUBCASE("its id was made to lie before a closing that was there") {
    for (Entry& entry : teller.entries())
      if (entry.record.id == correction.record.id) entry.provenance.recorded_at = minute(90);
    CHECK(teller.fold().status == Status::closed);
  }
}

TEST_CASE("two corrections cannot hide each other") {
  const RightSet others = policy::kEveryRight & ~set_of({Right::close});
  Teller teller;
  teller.complaint();
  teller.acknowledge();
  const std::string resolution = teller.resolve();
  const std::string confirmation = teller.confirm();
  teller.status("closed");
  for (Entry& entry : teller.entries()) entry.provenance.recorded_at = entry.record.at.utc;
  correct(teller, confirmation, {{"struck", yaml::Node::boolean(true)}}, others);
  teller.entries().back().provenance.recorded_at = minute(90);
  correct(teller, resolution, {{"struck", yaml::Node::boolean(true)}}, others);
  teller.entries().back().provenance.recorded_at = minute(80);
  CHECK(teller.fold().status == Status::closed);
}

TEST_CASE("without the right to waive nobody takes an open promise or step away") {
  const RightSet others = policy::kEveryRight & ~set_of({Right::waive});
  const yaml::Node promises = yaml::Node::list();
  Teller teller;
  teller.complaint();
  yaml::Node stated = yaml::Node::list();
  stated.items.push_back(map({{"what", text("refund")}, {"due", text("2026-04-01T12:00:00Z")}}));
  const std::string note = teller.tell("activity", {{"type", text("note")}, {"promises", stated}});
  const std::string step =
      teller.tell("step", {{"state", text("agreed")}, {"text", text("Pay")}, {"owner", text("ben@example.com")}});
  REQUIRE(state(teller.fold(), "commitment") == "overdue");
  SUBCASE("the note is struck") { correct(teller, note, {{"struck", yaml::Node::boolean(true)}}, others); }
  SUBCASE("the note promises nothing") { correct(teller, note, {{"promises", yaml::Node()}}, others); }
  SUBCASE("the step is struck") { correct(teller, step, {{"struck", yaml::Node::boolean(true)}}, others); }
  SUBCASE("the step says another state") { correct(teller, step, {{"state", text("done")}}, others); }
  const Complaint complaint = teller.fold();
  CHECK(refused(complaint) == "cleo@example.com may not waive, and this correction takes away a promise that is open");
  CHECK(find_promise(complaint.promises, "commitment") != nullptr);
  CHECK(complaint.steps.size() == 1);
}

TEST_CASE("a promise may get other words, and move with its record, without the right to waive") {
  const RightSet others = policy::kEveryRight & ~set_of({Right::waive});
  Teller teller;
  teller.complaint();
  yaml::Node stated = yaml::Node::list();
  stated.items.push_back(map({{"what", text("refnud")}, {"due", text("2026-04-01T12:00:00Z")}}));
  const std::string note = teller.tell("activity", {{"type", text("note")}, {"promises", stated}});
  stated.items.front() = map({{"what", text("refund")}, {"due", text("2026-04-01T12:00:00Z")}});
  SUBCASE("other words") { correct(teller, note, {{"promises", stated}}, others); }
  SUBCASE("moved") { correct(teller, note, {{"complaint", text("20260301-zzzzzzzzzz")}}, others); }
  CHECK(refused(teller.fold()).empty());
}

}  // namespace crmtrack::story::test
