#include <doctest/doctest.h>

#include "build.hpp"
#include "story/promise_name.hpp"

namespace crmtrack::story::test {
namespace {

yaml::Node promise(std::string what, std::string due, Fields also = {}) {
  also.insert(also.begin(), {{"what", text(std::move(what))}, {"due", text(std::move(due))}});
  return map(std::move(also));
}

std::string call_with(Teller& teller, std::vector<yaml::Node> promises) {
  return teller.out("call", {{"promises", yaml::Node::list(std::move(promises))}});
}

const Promise& number(const Complaint& complaint, const std::string& of, int n) {
  const auto found = std::find_if(complaint.promises.begin(), complaint.promises.end(),
                                  [&](const Promise& each) { return each.of == of && each.n == n; });
  REQUIRE(found != complaint.promises.end());
  return *found;
}

std::string now_state(const Promise& each) { return std::string(state_of(each, at("2026-12-31T00:00:00Z"))); }

Teller received() {
  Teller teller;
  teller.complaint();
  return teller;
}

std::string reschedule(Teller& teller, const std::string& name, const std::string& due) {
  return teller.tell("change", {{"set", map({{"promise", text(name)}, {"due", text(due)}})}, {"why", text("agreed")}});
}

}  // namespace

TEST_CASE("two promises of one record are two, and a number names one of them") {
  Teller teller = received();
  const std::string call =
      call_with(teller, {promise("refund", "2026-03-06T17:00:00Z"), promise("new invoice", "2026-03-05T17:00:00Z")});
  CHECK(number(teller.fold(), call, 2).what == "new invoice");
  CHECK(reference_of(number(teller.fold(), call, 2)) == call + ".2");
  const std::string unclear = teller.out("email", {{"answers", list({call})}});
  CHECK(teller.fold().notes.at(unclear).note.find("2 promises that are open") != std::string::npos);
  teller.out("email", {{"answers", list({call + ".2"})}});
  const Complaint complaint = teller.fold();
  CHECK(now_state(number(complaint, call, 1)) == "overdue");
  CHECK(now_state(number(complaint, call, 2)) == "kept");
  teller.out("email", {{"answers", list({call})}});
  CHECK(now_state(number(teller.fold(), call, 1)) == "kept");
}

TEST_CASE("an expectation is numbered behind the promises of its record") {
  Teller teller = received();
  const std::string call =
      teller.out("call", {{"promises", yaml::Node::list({promise("refund", "2026-03-06T17:00:00Z")})},
                          {"expects", map({{"what", text("information")}})}});
  CHECK(number(teller.fold(), call, 2).debtor == Debtor::customer);
  teller.in("email", {{"answers", list({call})}});
  CHECK(now_state(number(teller.fold(), call, 2)) == "kept");
  CHECK(now_state(number(teller.fold(), call, 1)) == "overdue");
}

TEST_CASE("a promise to ourselves needs no contact") {
  Teller teller = received();
  const std::string call = call_with(teller, {promise("ask finance", "2026-03-03T17:00:00Z", {{"to", text("us")}}),
                                              promise("call back", "2026-03-04T17:00:00Z")});
  CHECK(is_to_us(number(teller.fold(), call, 1)));
  CHECK_FALSE(is_to_us(number(teller.fold(), call, 2)));
  teller.tell("activity", {{"type", text("note")}, {"direction", text("internal")}, {"answers", list({call + ".1"})}});
  const std::string inner = teller.tell(
      "activity", {{"type", text("note")}, {"direction", text("internal")}, {"answers", list({call + ".2"})}});
  const Complaint complaint = teller.fold();
  CHECK(now_state(number(complaint, call, 1)) == "kept");
  CHECK(now_state(number(complaint, call, 2)) == "overdue");
  CHECK(complaint.notes.at(inner).note.find("only a contact that we make") != std::string::npos);
}

TEST_CASE("another date counts while the promise is open, the first decides whether it was kept") {
  Teller teller = received();
  const std::string call = call_with(teller, {promise("refund", "2026-03-03T17:00:00Z")});
  reschedule(teller, "commitment@" + call, "2026-03-10T17:00:00Z");
  Promise refund = number(teller.fold(), call, 1);
  CHECK(state_of(refund, at("2026-03-09T00:00:00Z")) == "open");
  CHECK(state_of(refund, at("2026-03-11T00:00:00Z")) == "overdue");
  CHECK(refund.first_due_at == at("2026-03-03T17:00:00Z"));
  teller.happening(at("2026-03-09T00:00:00Z")).out("call", {{"answers", list({call})}});
  refund = number(teller.fold(), call, 1);
  CHECK(now_state(refund) == "kept_late");
  CHECK(late_seconds(refund, at("2026-12-31T00:00:00Z")) ==
        (at("2026-03-09T00:00:00Z") - at("2026-03-03T17:00:00Z")).count());
  const std::string late = reschedule(teller, "commitment@" + call, "2026-03-20T17:00:00Z");
  CHECK(teller.fold().notes.at(late).note.find("no open promise") != std::string::npos);
}

TEST_CASE("two dates by two who did not know of each other are contested") {
  Teller teller = received();
  const std::string call = call_with(teller, {promise("refund", "2026-03-03T17:00:00Z")});
  const auto set = [&](const char* due) {
    return Fields{{"set", map({{"promise", text("commitment@" + call)}, {"due", text(due)}})}};
  };
  teller.tell_after({call}, "change", set("2026-03-10T17:00:00Z"));
  teller.tell_after({call}, "change", set("2026-03-12T17:00:00Z"));
  CHECK(teller.fold().contested());
  CHECK(number(teller.fold(), call, 1).due_at == at("2026-03-12T17:00:00Z"));
}

TEST_CASE("evidence that is recorded late counts from when it happened") {
  Teller teller = received();
  const std::string call = call_with(teller, {promise("refund", "2026-03-03T17:00:00Z")});
  teller.happening(at("2026-03-05T00:00:00Z")).out("email", {{"answers", list({call})}});
  CHECK(now_state(number(teller.fold(), call, 1)) == "kept_late");
  teller.happening(at("2026-03-02T00:00:00Z")).out("call", {{"answers", list({call})}});
  const Promise refund = number(teller.fold(), call, 1);
  CHECK(now_state(refund) == "kept");
  CHECK(refund.restated);
  CHECK(refund.settled_at == at("2026-03-02T00:00:00Z"));
}

TEST_CASE("acknowledged, answered and accepted are first by when they happened") {
  Teller teller = received();
  teller.happening(minute(600)).acknowledge();
  teller.happening(minute(300)).acknowledge();
  teller.happening(minute(900)).resolve();
  teller.happening(minute(700)).resolve();
  const Complaint complaint = teller.fold();
  CHECK(complaint.acknowledged_at == minute(300));
  CHECK(complaint.responded_at == minute(700));
  CHECK(complaint.first_entered(record::Status::responded) == minute(700));
  CHECK(find_promise(complaint.promises, "acknowledge")->settled_at == minute(300));
}

TEST_CASE("a third party that we wait for owes us its answer") {
  Teller teller = received();
  const std::string wait =
      teller.status("waiting", {{"waiting_on", text("Carrier Ltd")}, {"waiting_until", text("2026-03-09T17:00:00Z")}});
  const Promise reply = number(teller.fold(), wait, 1);
  CHECK(reply.debtor == Debtor::third_party);
  CHECK(reply.who == "Carrier Ltd");
  CHECK(reply.due_at == at("2026-03-09T17:00:00Z"));
  teller.tell("assignment", {{"to", text("bo@example.com")}});
  teller.out("call");
  teller.in("call", {{"with", text("Carrier Ltd")}});
  CHECK(teller.fold().status == record::Status::waiting);
  SUBCASE("which it gives") {
    teller.in("call", {{"with", text("Carrier Ltd")}, {"answers", list({wait})}});
    CHECK(now_state(number(teller.fold(), wait, 1)) == "kept");
  }
  SUBCASE("unless work goes on without it") {
    teller.tell("activity", {{"type", text("work")}});
    CHECK(now_state(number(teller.fold(), wait, 1)) == "void");
  }
  CHECK(teller.fold().status == record::Status::investigating);
}

TEST_CASE("a wait for the customer dates what they owe") {
  Teller teller = received();
  const std::string asked = teller.out("email", {{"expects", map({{"what", text("information")}})}});
  teller.status("waiting", {{"waiting_on", text("customer")}, {"waiting_until", text("2026-03-09T17:00:00Z")}});
  CHECK(number(teller.fold(), asked, 1).due_at == at("2026-03-09T17:00:00Z"));
  teller.out("email", {{"expects", map({{"what", text("reply")}})}});
  teller.in("call");
  const std::string unclear =
      teller.status("waiting", {{"waiting_on", text("customer")}, {"waiting_until", text("2026-03-12T17:00:00Z")}});
  CHECK(teller.fold().notes.at(unclear).note.find("owes several") != std::string::npos);
  teller.in("call");
  teller.status("waiting", {{"waiting_on", text("customer")},
                            {"waiting_until", text("2026-03-13T17:00:00Z")},
                            {"waiting_for", text("information@" + asked)}});
  const Promise information = number(teller.fold(), asked, 1);
  CHECK(information.due_at == at("2026-03-13T17:00:00Z"));
  CHECK(information.first_due_at == at("2026-03-09T17:00:00Z"));
}

TEST_CASE("who accepted an escalation may hand it back, and both stay") {
  Teller teller = received();
  const std::string up = teller.escalate(0, 1, {{"to", text("lena@example.com")}});
  teller.answer_escalation(up, "accept");
  teller.answer_escalation(up, "return");
  const Complaint complaint = teller.fold();
  CHECK(complaint.rungs.front().answer == "accept");
  CHECK(complaint.rungs.front().returned_by == "lena@example.com");
  CHECK(complaint.rungs.front().returned_at == minute(4));
  CHECK(complaint.level == 0);
}

TEST_CASE("escalating again to somebody keeps their promise to answer") {
  Teller teller = received();
  const std::string first = teller.escalate(0, 1, {{"to", text("lena@example.com")}});
  const std::string second = teller.escalate(1, 2, {{"to", text("lena@example.com")}});
  CHECK(find_promise(teller.fold().promises, "accept", second) == nullptr);
  CHECK(state(teller.fold(), "accept", first) == "open");
  CHECK(teller.fold().rungs.front().overtaken);
  teller.answer_escalation(second, "accept");
  CHECK(state(teller.fold(), "accept", first) == "kept");
}

TEST_CASE("promise names") {
  CHECK(parse_promise_name("commitment").kind == "commitment");
  CHECK_FALSE(parse_promise_name("commitment").of);
  CHECK(parse_promise_name("reply@5v0k.2").of->record == "5v0k");
  CHECK(parse_promise_name("reply@5v0k.2").of->n == 2);
  CHECK(parse_promise_name("reply@5v0k.x").of->record == "5v0k.x");
  CHECK(parse_promise_name("reply@5v0k.0").of->n == 0);
}

}  // namespace crmtrack::story::test
