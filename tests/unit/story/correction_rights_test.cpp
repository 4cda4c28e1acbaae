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
  for (const Fields& set : {Fields{{"status", text("received")}}, Fields{{"set.status", text("received")}},
                            Fields{{"set", map({{"status", text("received")}})}}, Fields{{"struck", text("true")}},
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

}  // namespace crmtrack::story::test
