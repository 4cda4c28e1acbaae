#include <doctest/doctest.h>

#include "build.hpp"
#include "record/vocabulary.hpp"
#include "story/lifecycle.hpp"

namespace crmtrack::story::test {
namespace {

Fields expecting(std::string what, std::string due = {}) {
  Fields expects{{"what", text(std::move(what))}};
  if (!due.empty()) expects.emplace_back("due", text(std::move(due)));
  return {{"expects", map(std::move(expects))}};
}

Fields promising(std::string what, std::string due) {
  yaml::Node promise = map({{"what", text(std::move(what))}, {"due", text(std::move(due))}});
  return {{"promises", yaml::Node::list({std::move(promise)})}};
}

Fields answering(std::string of, std::string evidence = {}) {
  Fields fields{{"answers", list({std::move(of)})}};
  if (!evidence.empty()) fields.emplace_back("evidence", text(std::move(evidence)));
  return fields;
}

Teller received() {
  Teller teller;
  teller.complaint();
  return teller;
}

}  // namespace

TEST_CASE("a promise is judged at a moment") {
  Promise promise;
  promise.due_at = minute(100);
  CHECK(state_of(promise, minute(100)) == "open");
  CHECK(state_of(promise, minute(101)) == "overdue");
  CHECK(late_seconds(promise, minute(101)) == 60);
  promise.warn_at = minute(90);
  CHECK(state_of(promise, minute(89)) == "open");
  CHECK(state_of(promise, minute(90)) == "due_soon");
  CHECK(state_of(promise, minute(100)) == "due_soon");
  promise.ended = Promise::Ended::kept;
  promise.settled_at = minute(100);
  CHECK(state_of(promise, minute(500)) == "kept");
  promise.settled_at = minute(102);
  CHECK(state_of(promise, minute(500)) == "kept_late");
  CHECK(late_seconds(promise, minute(500)) == 120);
  promise.ended = Promise::Ended::waived;
  CHECK(state_of(promise, minute(500)) == "waived");
  CHECK(late_seconds(promise, minute(500)) == 0);
  promise.ended = Promise::Ended::void_;
  CHECK(state_of(promise, minute(500)) == "void");
  CHECK(state_of(Promise{}, minute(500)) == "open");
}

TEST_CASE("the acknowledgement is owed from receipt, and let go when the case ends before") {
  Teller teller = received();
  CHECK(state(teller.fold(), "acknowledge") == "open");
  teller.tell("assignment", {{"to", text("bo@example.com")}});
  CHECK(find_promise(teller.fold().promises, "acknowledge")->who == "bo@example.com");
  Teller answered = teller;
  answered.resolve();
  CHECK(state(answered.fold(), "acknowledge") == "void");
  const std::string late = answered.happening(minute(2)).acknowledge();
  CHECK(state(answered.fold(), "acknowledge") == "kept");
  CHECK(find_promise(answered.fold().promises, "acknowledge")->settled_by == late);
  Teller withdrawn = teller;
  withdrawn.status("withdrawn");
  CHECK(state(withdrawn.fold(), "acknowledge") == "void");
  teller.in("email", {{"purpose", text("acknowledge")}});
  CHECK(state(teller.fold(), "acknowledge") == "open");
}

TEST_CASE("a question to the customer stays open until they answer beyond doubt") {
  for (const auto& [what, kind] :
       {std::pair{"acknowledgement", "confirm"}, {"reply", "reply"}, {"information", "information"}}) {
    CAPTURE(what);
    Teller teller = received();
    const std::string asked = teller.out("email", expecting(what, "2026-03-05T12:00:00Z"));
    const Promise open = *find_promise(teller.fold().promises, kind, asked);
    CHECK(open.debtor == Debtor::customer);
    CHECK(open.who == "acme");
    CHECK(open.creditor == "us");
    CHECK(open.due_at == at("2026-03-05T12:00:00Z"));
    teller.out("email", answering(asked, "sent"));
    CHECK(state(teller.fold(), kind, asked) == "overdue");
    Teller late = teller;
    teller.in("email", answering(asked));
    CHECK(state(teller.fold(), kind, asked) == "kept");
    late.happening(at("2026-03-05T12:00:01Z")).in("email", answering(asked));
    CHECK(state(late.fold(), kind, asked) == "kept_late");
    CHECK(late_seconds(*find_promise(late.fold().promises, kind, asked), at("2027-01-01T00:00:00Z")) == 1);
  }
}

TEST_CASE("every level of evidence settles theirs from acknowledged, ours from sent") {
  for (const std::string_view word : record::kEvidence) {
    CAPTURE(word);
    const auto evidence = record::parse_evidence(word).value();
    Teller teller = received();
    const std::string asked = teller.out("email", expecting("reply"));
    const std::string question = teller.in("email", expecting("reply"));
    const std::string theirs = teller.out("call", answering(asked, std::string(word)));
    const std::string ours = teller.out("letter", answering(question, std::string(word)));
    const Complaint complaint = teller.fold();
    CHECK((state(complaint, "reply", asked) == "kept") == (evidence >= record::Evidence::acknowledged));
    CHECK((state(complaint, "commitment", question) == "kept") == (evidence >= record::Evidence::sent));
    CHECK(complaint.notes.contains(theirs) == (evidence < record::Evidence::acknowledged));
    CHECK(complaint.notes.contains(ours) == (evidence < record::Evidence::sent));
  }
}

TEST_CASE("a promise of ours is owed by the person who made it, and kept by an outbound record") {
  Teller teller = received();
  teller.tell("assignment", {{"to", text("bo@example.com")}});
  const std::string call = teller.out("call", promising("send the form", "2026-03-03T17:00:00+01:00"));
  const std::string question = teller.in("email", expecting("information", "2026-03-04T00:00:00Z"));
  Complaint complaint = teller.fold();
  const Promise made = *find_promise(complaint.promises, "commitment", call);
  CHECK(made.who == "asha@example.com");
  CHECK(made.what == "send the form");
  CHECK(made.due_at == at("2026-03-03T16:00:00Z"));
  CHECK(made.creditor == "customer");
  CHECK(find_promise(complaint.promises, "commitment", question)->who == "bo@example.com");
  CHECK(complaint.overdue(at("2026-03-03T16:00:01Z")));
  CHECK(!complaint.overdue(at("2026-03-03T16:00:00Z")));
  teller.in("email", answering(call));
  CHECK(state(teller.fold(), "commitment", call) == "overdue");
  teller.out("email", {{"answers", list({call, question})}});
  CHECK(state(teller.fold(), "commitment", call) == "kept");
  CHECK(state(teller.fold(), "commitment", question) == "kept");
}

TEST_CASE("an answer that may not have arrived asks the customer to confirm it") {
  Teller teller = received();
  const std::string voicemail = teller.out("voicemail");
  const std::string answer = teller.out("email", {{"purpose", text("answer")}});
  const std::string update = teller.out("letter", {{"purpose", text("update")}});
  const std::string spoken = teller.out("call", {{"purpose", text("answer")}});
  const std::string request = teller.out("email", {{"purpose", text("request")}});
  const std::string none = teller.out("voicemail", expecting("none"));
  const std::string other = teller.out("voicemail", expecting("reply"));
  const Complaint complaint = teller.fold();
  CHECK(state(complaint, "confirm", voicemail) == "open");
  CHECK(state(complaint, "confirm", answer) == "open");
  CHECK(state(complaint, "confirm", update) == "open");
  CHECK(state(complaint, "confirm", spoken) == "none");
  CHECK(state(complaint, "confirm", request) == "none");
  CHECK(state(complaint, "confirm", none) == "none");
  CHECK(state(complaint, "confirm", other) == "none");
  CHECK(state(complaint, "reply", other) == "open");
}

TEST_CASE("a resolution asks for a verdict: acceptance and rejection keep it, silence and the end let it go") {
  Teller teller = received();
  const std::string resolution = teller.resolve();
  CHECK(state(teller.fold(), "confirm", resolution) == "open");
  Teller rejected = teller;
  rejected.status("investigating", {{"rejected", text("yes")}});
  CHECK(state(rejected.fold(), "confirm", resolution) == "kept");
  Teller silent = teller;
  silent.status("resolved", {{"accepted_by", text("silence")}});
  CHECK(state(silent.fold(), "confirm", resolution) == "void");
  CHECK(silent.fold().accepted_by == "silence");
  Teller withdrawn = teller;
  withdrawn.status("withdrawn");
  CHECK(state(withdrawn.fold(), "confirm", resolution) == "void");
  Teller again = teller;
  const std::string second = again.resolve();
  CHECK(state(again.fold(), "confirm", resolution) == "void");
  CHECK(state(again.fold(), "confirm", second) == "open");
  const std::string change = teller.status("resolved", {{"accepted_by", text("customer")}},
                                           {{"evidence", text("signed")}, {"answers", list({resolution})}});
  CHECK(state(teller.fold(), "confirm", resolution) == "kept");
  CHECK(find_promise(teller.fold().promises, "confirm")->settled_by == change);
}

TEST_CASE("an attempt at an answer asks for a word back, what nobody sent does not") {
  Teller teller = received();
  const std::string attempt = teller.resolve("attempted");
  CHECK(state(teller.fold(), "confirm", attempt) == "open");
  const std::string memo = teller.resolve("asserted");
  CHECK(state(teller.fold(), "confirm", memo) == "none");
  CHECK(state(teller.fold(), "acknowledge") == "open");
}

TEST_CASE("closing lets go what they owed; what we undertook stays owed until withdrawn or void") {
  Teller teller = received();
  const std::string asked = teller.out("email", expecting("information"));
  const std::string promised = teller.out("call", promising("refund", "2026-03-09T00:00:00Z"));
  teller.escalate(0, 1);
  Teller withdrawn = teller;
  withdrawn.status("withdrawn");
  CHECK(state(withdrawn.fold(), "commitment", promised) == "void");
  teller.resolve();
  teller.confirm();
  CHECK(state(teller.fold(), "information", asked) == "open");
  teller.status("closed");
  CHECK(state(teller.fold(), "information", asked) == "void");
  CHECK(state(teller.fold(), "accept") == "void");
  CHECK(state(teller.fold(), "commitment", promised) == "overdue");
}

TEST_CASE("a waiver names a kind, or one of its kind by record or by a tail's beginning") {
  Teller teller = received();
  const std::string one = teller.out("call", promising("one", "2026-03-09T00:00:00Z"));
  const std::string two = teller.out("call", promising("two", "2026-03-09T00:00:00Z"));
  const std::string three = teller.out("call", promising("three", "2026-03-09T00:00:00Z"));
  const auto waive = [&](std::string promise) {
    return teller.tell("waiver", {{"promise", text(std::move(promise))}, {"why", text("settled otherwise")}});
  };
  const std::string waiver = waive("commitment@" + one);
  CHECK(state(teller.fold(), "commitment", one) == "waived");
  CHECK(find_promise(teller.fold().promises, "commitment", one)->settled_by == waiver);
  waive("commitment@" + two.substr(10, 8));
  CHECK(state(teller.fold(), "commitment", two) == "waived");
  CHECK(state(teller.fold(), "commitment", three) == "overdue");
  waive("commitment");
  CHECK(state(teller.fold(), "commitment", three) == "waived");
  const std::string nothing = waive("commitment");
  const std::string nowhere = waive("commitment@zzzz");
  CHECK(teller.fold().notes.at(nothing).note == "waives no open promise");
  CHECK(teller.fold().notes.at(nowhere).note == "waives a promise of no known record");
  CHECK(!teller.fold().review_waived);
  waive("review");
  CHECK(teller.fold().review_waived);
}

TEST_CASE("an expectation can name a third party") {
  Teller teller = received();
  Fields fields = expecting("information");
  fields.front().second.set("from", text("carrier@example.com"));
  const std::string asked = teller.out("email", fields);
  const Promise promise = *find_promise(teller.fold().promises, "information", asked);
  CHECK(promise.debtor == Debtor::third_party);
  CHECK(promise.who == "carrier@example.com");
  Teller other;
  other.complaint({{"customer", text("acme")}, {"contact", text("Ms Roth")}});
  const std::string roth = other.out("email", expecting("reply"));
  CHECK(find_promise(other.fold().promises, "reply", roth)->who == "Ms Roth");
}

TEST_CASE("evidence follows kind, type, direction and channel where none is stated") {
  Teller teller;
  teller.complaint({{"customer", text("acme")}, {"channel", text("email")}});
  teller.tell("activity", {{"type", text("other")}, {"direction", text("out")}, {"purpose", text("acknowledge")}});
  CHECK(teller.fold().status == Status::acknowledged);
  teller.tell("resolution", {{"outcome", text("upheld")}, {"channel", text("phone")}});
  CHECK(teller.fold().status == Status::responded);
  Teller quiet = teller;
  quiet.status("resolved", {{"accepted_by", text("customer")}});
  CHECK(quiet.fold().status == Status::responded);
  teller.status("resolved", {{"accepted_by", text("customer")}}, {{"channel", text("phone")}});
  CHECK(teller.fold().status == Status::resolved);
}

TEST_CASE("an answer to something unknown, later or itself settles nothing") {
  Teller teller = received();
  const std::string own = Teller::id_of(2);
  teller.out("email",
             {{"answers", list({own, "nowhere", Teller::id_of(9)})}, {"expects", map({{"what", text("reply")}})}});
  CHECK(state(teller.fold(), "reply", own) == "open");
  CHECK(teller.fold().notes.at(own).note.find("answers no earlier record") != std::string::npos);
}

}  // namespace crmtrack::story::test
