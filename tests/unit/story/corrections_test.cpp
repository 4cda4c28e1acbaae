#include <doctest/doctest.h>

#include "build.hpp"

#include "story/entry_state.hpp"
#include "story/lifecycle.hpp"

namespace crmtrack::story::test {
namespace {

Fields correcting(std::string id, Fields set) {
  return {{"corrects", text(std::move(id))}, {"set", map(std::move(set))}, {"why", text("typed wrong")}};
}

}  // namespace

TEST_CASE("a correction of the complaint changes what it says, and both versions stay") {
  Teller teller;
  const std::string id = teller.complaint({{"customer", text("acme")}, {"severity", text("low")}});
  const std::string by =
      teller.tell("correction", correcting(id, {{"severity", text("high")}, {"project", text("apollo")}}));
  const Complaint complaint = teller.fold();
  CHECK(complaint.text_of("severity") == "high");
  CHECK(complaint.text_of("project") == "apollo");
  CHECK(complaint.text_of("customer") == "acme");
  CHECK(complaint.entries.front().record.text_of("severity") == "low");
  const EntryState& state = complaint.notes.at(id);
  CHECK(state.corrected_by == std::vector<std::string>{by});
  CHECK(state.corrected.at("severity") == "high");
  CHECK(!complaint.contested());
}

TEST_CASE("at and by are corrected too, and the fold reads them") {
  Teller teller;
  const std::string id = teller.complaint();
  teller.tell("correction", correcting(id, {{"at", text("2026-02-27T08:00:00+01:00")}}));
  CHECK(teller.fold().received_at == at("2026-02-27T07:00:00Z"));
  const std::string bad =
      teller.tell("correction", correcting(id, {{"at", text("yesterday")}, {"kind", text("note")}}));
  CHECK(teller.fold().received_at == at("2026-02-27T07:00:00Z"));
  CHECK(teller.fold().notes.at(bad).note == "cannot correct 'at'; cannot correct 'kind'");
  const std::string call = teller.out("call", {{"promises", yaml::Node::list({map({{"what", text("x")}})})}});
  teller.tell("correction", correcting(call, {{"by", text("bo@example.com")}}));
  CHECK(find_promise(teller.fold().promises, "commitment")->who == "bo@example.com");
}

TEST_CASE("a corrected record is folded as it was meant") {
  Teller teller;
  teller.complaint();
  const std::string mail = teller.acknowledge("attempted");
  CHECK(teller.fold().status == Status::received);
  teller.tell("correction", correcting(mail, {{"evidence", text("delivered")}}));
  CHECK(teller.fold().status == Status::acknowledged);
  teller.tell("correction", correcting(mail, {{"evidence", yaml::Node::null()}, {"purpose", yaml::Node::null()}}));
  CHECK(teller.fold().status == Status::received);
}

TEST_CASE("the newest correction of a field stands, and a correction can be corrected") {
  Teller teller;
  const std::string id = teller.complaint();
  const std::string first =
      teller.tell("correction", correcting(id, {{"reason", text("late")}, {"summary", text("one")}}));
  teller.tell("correction", correcting(id, {{"reason", text("lost")}}));
  CHECK(teller.fold().text_of("reason") == "lost");
  CHECK(teller.fold().text_of("summary") == "one");
  CHECK(teller.fold().notes.at(id).corrected_by.size() == 2);
  teller.tell("correction", correcting(first, {{"set.summary", text("two")}}));
  CHECK(teller.fold().text_of("summary") == "two");
  CHECK(!teller.fold().contested());
}

TEST_CASE("a change is corrected by the name of what it set") {
  Teller teller;
  teller.complaint();
  const std::string change = teller.tell("change", {{"set", map({{"severity", text("low")}})}});
  teller.tell("correction", correcting(change, {{"severity", text("critical")}}));
  CHECK(teller.fold().text_of("severity") == "critical");
}

TEST_CASE("an activity noted on the wrong complaint counts for nothing here, and can come back") {
  Teller teller;
  const std::string id = teller.complaint();
  const std::string call = teller.out("email", {{"purpose", text("acknowledge")}, {"sentiment", text("negative")}});
  CHECK(teller.fold().status == Status::acknowledged);
  teller.tell("correction", correcting(call, {{"complaint", text("20260101-zzzzzzzzzz")}}));
  const Complaint moved = teller.fold();
  CHECK(moved.status == Status::received);
  CHECK(moved.types.empty());
  CHECK(moved.sentiments.empty());
  CHECK(state(moved, "acknowledge") == "open");
  CHECK(moved.notes.at(call).moved_to == "20260101-zzzzzzzzzz");
  CHECK(moved.entries.size() == 3);
  teller.tell("correction", correcting(call, {{"complaint", text("20260301-7f3q2mxab4")}}));
  CHECK(teller.fold().status == Status::acknowledged);
  const std::string whole = teller.tell("correction", correcting(id, {{"complaint", text("20260101-zzzzzzzzzz")}}));
  CHECK(!teller.fold().moved_or_empty);
  CHECK(!teller.fold().notes.at(whole).note.empty());
}

TEST_CASE("two who correct one field without knowing of each other are contested until a third decides") {
  Teller teller;
  const std::string id = teller.complaint();
  teller.tell_after({id}, "correction", correcting(id, {{"reason", text("late")}, {"project", text("apollo")}}));
  teller.tell_after({id}, "correction", correcting(id, {{"reason", text("lost")}, {"project", text("apollo")}}));
  const Complaint complaint = teller.fold();
  REQUIRE(complaint.conflicts.size() == 1);
  CHECK(complaint.conflicts.front().what.starts_with("reason of "));
  CHECK(complaint.text_of("reason") == "lost");
  teller.tell("correction", correcting(id, {{"reason", text("late")}}));
  CHECK(!teller.fold().contested());
  CHECK(teller.fold().text_of("reason") == "late");
}

TEST_CASE("a correction of itself, of a later or of an unknown record corrects nothing") {
  Teller teller;
  teller.complaint();
  for (const std::string& target : {Teller::id_of(2), Teller::id_of(9), std::string("nothing")})
    teller.tell("correction", correcting(target, {{"set", text("x")}}));
  const Complaint complaint = teller.fold();
  CHECK(complaint.notes.at(Teller::id_of(2)).note == "corrects no earlier record of this story");
  CHECK(complaint.notes.size() == 3);
}

}  // namespace crmtrack::story::test
