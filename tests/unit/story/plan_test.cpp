#include <doctest/doctest.h>

#include "build.hpp"
#include "story/customer.hpp"

/// Steps of a plan: agreed upon, slipped, done, verified by somebody else, dropped.
namespace crmtrack::story::test {
namespace {

using record::StepState;

const char* const kAsha = "asha@example.com";
const char* const kBen = "ben@example.com";
const char* const kLena = "lena@example.com";

Fields agreed(const char* what, const char* owner, const char* due, const std::vector<std::string>& needs = {}) {
  Fields fields{{"state", text("agreed")}, {"text", text(what)}, {"owner", text(owner)}, {"due", text(due)}};
  if (!needs.empty()) fields.emplace_back("needs", list(needs));
  return fields;
}

Fields becomes(const std::string& step, const char* state, Fields also = {}) {
  also.insert(also.begin(), {{"step", text(step)}, {"state", text(state)}});
  return also;
}

Fields slipped(const std::string& step, const char* due) {
  return becomes(step, "slipped", {{"due", text(due)}, {"why", text("the vendor is late")}});
}

yaml::Node effect(const char* before, const char* after, bool effective) {
  return map({{"measure", text("double charges a month")},
              {"before", text(before)},
              {"after", text(after)},
              {"effective", yaml::Node::boolean(effective)}});
}

/// A complaint of asha's with one step of ben's.
struct Planned {
  Teller teller;
  std::string step;

  Planned() {
    teller.complaint();
    teller.tell("assignment", {{"to", text(kAsha)}});
    step = teller.tell("step", agreed("Alert on double runs", kBen, "2026-03-05T17:00:00Z"));
  }
  std::string tell(Fields fields, const char* by = kAsha) { return teller.tell("step", std::move(fields), by); }
  [[nodiscard]] Step first() const { return teller.fold().steps.at(0); }
  [[nodiscard]] Promise promise() const { return *find_promise(teller.fold().promises, "step", step); }
  [[nodiscard]] std::string note_of(const std::string& record) const {
    const Complaint complaint = teller.fold();
    const auto found = complaint.notes.find(record);
    return found == complaint.notes.end() ? "" : found->second.note;
  }
};

std::string judged_at(const Promise& promise, const char* time) { return std::string(state_of(promise, at(time))); }

}  // namespace

TEST_CASE("a step is a promise of its owner, due its date") {
  const Planned planned;
  const Step step = planned.first();
  CHECK(step.number == 1);
  CHECK(step.record == planned.step);
  CHECK(step.agreed_by == kAsha);
  CHECK(is_to_do(step));
  const Promise promise = planned.promise();
  CHECK(promise.who == kBen);
  CHECK(promise.debtor == Debtor::us);
  CHECK(promise.creditor == "us");
  CHECK(promise.what == "Alert on double runs");
  CHECK(promise.due_at == at("2026-03-05T17:00:00Z"));
  CHECK_FALSE(is_answerable(promise));
  CHECK_FALSE(is_to_us(promise));
  CHECK(has_own_date(promise.kind));
  CHECK(judged_at(promise, "2026-03-06T00:00:00Z") == "overdue");
}

TEST_CASE("no answer keeps a step: it is done, and verified by somebody else") {
  Planned planned;
  planned.teller.tell("activity",
                      {{"type", text("note")}, {"direction", text("internal")}, {"answers", list({planned.step})}});
  CHECK(is_open(planned.promise()));
  planned.teller.happening(at("2026-03-04T10:00:00Z"));
  planned.tell(becomes(planned.step, "done"), kBen);
  CHECK(planned.first().state == StepState::done);
  CHECK(planned.first().done_by == kBen);
  const Promise waiting = planned.promise();
  CHECK(is_open(waiting));
  CHECK(waiting.who == kAsha);
  CHECK(waiting.what == "verify step 1: Alert on double runs");
  planned.teller.happening(at("2026-03-09T10:00:00Z"));
  planned.tell(becomes(planned.step, "verified"), kLena);
  const Promise kept = planned.promise();
  CHECK(judged_at(kept, "2026-12-31T00:00:00Z") == "kept");
  CHECK(kept.settled_at == at("2026-03-04T10:00:00Z"));
  CHECK(kept.who == kBen);
  CHECK(kept.what == "Alert on double runs");
  CHECK(planned.first().verified_by == kLena);
}

TEST_CASE("neither its owner nor whoever did it verifies a step") {
  Planned planned;
  planned.tell(becomes(planned.step, "done"), kLena);
  for (const char* const concerned : {kBen, kLena, "Lena@Example.com"}) {
    const std::string own = planned.tell(becomes(planned.step, "verified"), concerned);
    CHECK(planned.note_of(own).find("nobody verifies a step of their own") != std::string::npos);
    CHECK(planned.first().state == StepState::done);
  }
  // The author of the commit counts as well as the person that the record names.
  planned.tell(becomes(planned.step, "verified"), kAsha);
  planned.teller.entries().back().provenance.author = kBen;
  CHECK(planned.first().state == StepState::done);
  planned.teller.entries().back().provenance.author = kAsha;
  CHECK(planned.first().state == StepState::verified);
}

TEST_CASE("where its own person answers for the case, whoever agreed the step is asked to verify it") {
  Teller teller;
  teller.complaint();
  teller.tell("assignment", {{"to", text(kBen)}});
  const std::string step = teller.tell("step", agreed("Mend it", kBen, "2026-03-05T17:00:00Z"), kLena);
  teller.tell("step", becomes(step, "done"), kBen);
  CHECK(find_promise(teller.fold().promises, "step")->who == kLena);
}

TEST_CASE("a slip keeps the first date, which decides") {
  Planned planned;
  planned.tell(slipped(planned.step, "2026-03-12T17:00:00Z"));
  const Step step = planned.first();
  CHECK(step.state == StepState::slipped);
  CHECK(step.due_at == at("2026-03-12T17:00:00Z"));
  CHECK(step.first_due_at == at("2026-03-05T17:00:00Z"));
  CHECK(step.why == "the vendor is late");
  CHECK(judged_at(planned.promise(), "2026-03-11T00:00:00Z") == "open");
  planned.teller.tell("change",
                      {{"set", map({{"promise", text("step@" + planned.step)}, {"due", text("2026-03-15T17:00:00Z")}})},
                       {"why", text("again")}});
  CHECK(planned.first().due_at == at("2026-03-15T17:00:00Z"));
  CHECK(planned.first().first_due_at == at("2026-03-05T17:00:00Z"));
  planned.teller.happening(at("2026-03-11T10:00:00Z"));
  planned.tell(becomes(planned.step, "done"), kBen);
  planned.tell(becomes(planned.step, "verified"));
  CHECK(judged_at(planned.promise(), "2026-12-31T00:00:00Z") == "kept_late");
}

TEST_CASE("a step that was said to be done and slips is open again") {
  Planned planned;
  planned.tell(becomes(planned.step, "done"), kBen);
  planned.tell(slipped(planned.step, "2026-03-12T17:00:00Z"));
  CHECK(is_to_do(planned.first()));
  CHECK_FALSE(planned.first().done_at.has_value());
  CHECK(planned.promise().who == kBen);
  const std::string early = planned.tell(becomes(planned.step, "verified"));
  CHECK(planned.note_of(early) == "it is not done yet");
}

TEST_CASE("a dropped step is waived with the reason, and so is one whose promise is") {
  Planned planned;
  const std::string other = planned.tell(agreed("Tell the others", kAsha, "2026-03-06T17:00:00Z"));
  planned.tell(becomes(planned.step, "dropped", {{"why", text("the job is gone")}}));
  CHECK(planned.first().state == StepState::dropped);
  CHECK(planned.first().why == "the job is gone");
  CHECK(planned.promise().ended == Promise::Ended::waived);
  planned.teller.tell("waiver", {{"promise", text("step@" + other)}, {"why", text("no need")}});
  CHECK(planned.teller.fold().steps.at(1).state == StepState::dropped);
  CHECK(find_promise(planned.teller.fold().promises, "step", other)->ended == Promise::Ended::waived);
  const std::string late = planned.tell(becomes(other, "done"), kBen);
  CHECK(planned.note_of(late) == "it was dropped");
}

TEST_CASE("a step waits for those that it needs") {
  Planned planned;
  const std::string second =
      planned.tell(agreed("Roll it out", kAsha, "2026-03-09T17:00:00Z", {planned.step, "nonsense"}));
  const auto what = [&] { return find_promise(planned.teller.fold().promises, "step", second)->what; };
  CHECK(planned.teller.fold().steps.at(1).needs == std::vector{planned.step});
  CHECK(planned.note_of(second).find("no earlier step") != std::string::npos);
  CHECK(what() == "Roll it out (waits for step 1)");
  planned.tell(becomes(planned.step, "done"), kBen);
  CHECK(what() == "Roll it out");
}

TEST_CASE("a review says whether a step helped; the newest stands") {
  Planned planned;
  planned.tell(becomes(planned.step, "done"), kBen);
  planned.tell(becomes(planned.step, "verified"));
  CHECK_FALSE(planned.first().effect.has_value());
  planned.tell(becomes(planned.step, "verified", {{"effect", effect("12", "11", false)}}));
  planned.tell(becomes(planned.step, "verified", {{"effect", effect("12", "0", true)}}), kLena);
  const Step step = planned.first();
  REQUIRE(step.effect.has_value());
  CHECK(step.effect->effective);
  CHECK(step.effect->after == "0");
  CHECK(step.effect->by == kLena);
  CHECK(step.verified_by == kAsha);
  CHECK_FALSE(planned.teller.fold().contested());
}

TEST_CASE("evidence that is recorded late counts from when it happened") {
  Planned planned;
  planned.teller.happening(at("2026-03-08T10:00:00Z"));
  planned.tell(becomes(planned.step, "done"), kBen);
  planned.tell(becomes(planned.step, "verified"));
  CHECK(judged_at(planned.promise(), "2026-12-31T00:00:00Z") == "kept_late");
  planned.teller.happening(at("2026-03-04T10:00:00Z"));
  planned.tell(becomes(planned.step, "done"), kBen);
  CHECK(judged_at(planned.promise(), "2026-12-31T00:00:00Z") == "kept");
  CHECK(planned.promise().restated);
  CHECK(planned.first().done_at == at("2026-03-04T10:00:00Z"));
}

TEST_CASE("two clones that set one step differently are contested until somebody who knows both decides") {
  Planned planned;
  const std::vector<std::string> seen = planned.teller.seen();
  planned.teller.tell_after(seen, "step", becomes(planned.step, "done"), kBen);
  planned.teller.tell_after(seen, "step", becomes(planned.step, "dropped", {{"why", text("x")}}), kLena);
  const Complaint both = planned.teller.fold();
  REQUIRE(both.conflicts.size() == 1);
  CHECK(both.conflicts.front().what.starts_with("step "));
  CHECK(both.conflicts.front().message.find("'done' by ben@example.com") != std::string::npos);
  CHECK(both.conflicts.front().message.ends_with("'dropped' stands"));
  Planned again = planned;
  planned.tell(becomes(planned.step, "done"), kBen);
  CHECK_FALSE(planned.teller.fold().contested());
  CHECK(planned.first().state == StepState::done);
  CHECK(is_open(planned.promise()));
  again.tell(becomes(again.step, "dropped", {{"why", text("y")}}));
  CHECK_FALSE(again.teller.fold().contested());
  CHECK(again.promise().ended == Promise::Ended::waived);
}

TEST_CASE("two who say that a step is done agree, also where one of them has it verified") {
  Planned planned;
  const std::vector<std::string> seen = planned.teller.seen();
  const std::string done = planned.teller.tell_after(seen, "step", becomes(planned.step, "done"), kBen);
  planned.teller.tell_after({done}, "step", becomes(planned.step, "verified"), kAsha);
  planned.teller.tell_after(seen, "step", becomes(planned.step, "done"), kBen);
  CHECK_FALSE(planned.teller.fold().contested());
  CHECK(planned.first().state == StepState::verified);
  planned.teller.tell_after(seen, "step", slipped(planned.step, "2026-03-12T17:00:00Z"), kLena);
  CHECK(planned.teller.fold().contested());
  CHECK(planned.first().state == StepState::verified);
  planned.tell(becomes(planned.step, "verified"), kLena);
  CHECK_FALSE(planned.teller.fold().contested());
}

TEST_CASE("steps that two clones agree upon are two, and their numbers are those of their order") {
  Planned planned;
  const std::vector<std::string> seen = planned.teller.seen();
  planned.teller.tell_after(seen, "step", agreed("One", kBen, "2026-03-05T17:00:00Z"));
  planned.teller.tell_after(seen, "step", agreed("Other", kBen, "2026-03-05T17:00:00Z"));
  const Complaint complaint = planned.teller.fold();
  REQUIRE(complaint.steps.size() == 3);
  CHECK(complaint.steps[2].number == 3);
  CHECK_FALSE(complaint.contested());
}

TEST_CASE("a step ends with its complaint, and outlives its closing") {
  Planned planned;
  Planned closed = planned;
  closed.teller.resolve();
  closed.teller.confirm();
  closed.teller.tell("review", {{"lesson", text("x")}});
  closed.teller.status("closed");
  CHECK(is_open(closed.promise()));
  planned.teller.status("withdrawn");
  CHECK(planned.promise().ended == Promise::Ended::void_);
  planned.tell(becomes(planned.step, "done"), kBen);
  planned.tell(becomes(planned.step, "verified"));
  CHECK(planned.promise().ended == Promise::Ended::void_);
}

TEST_CASE("a record of no step, or of one that was taken back, is set aside") {
  Planned planned;
  const std::string stray = planned.tell(becomes(planned.teller.id_of(1), "done"), kBen);
  CHECK(planned.note_of(stray) == "is of no earlier step of this story");
  planned.teller.tell("correction",
                      {{"corrects", text(planned.step)}, {"set", map({{"struck", yaml::Node::boolean(true)}})}});
  CHECK(planned.teller.fold().steps.empty());
  CHECK(find_promise(planned.teller.fold().promises, "step") == nullptr);
}

TEST_CASE("a customer has a plan without a complaint") {
  Teller teller("acme", record::StoryKind::customer);
  teller.tell("customer", {{"name", text("Acme")}, {"manager", text(kLena)}});
  const std::string step = teller.tell("step", agreed("Train the desk", kBen, "2026-03-05T17:00:00Z"));
  teller.tell("step", slipped(step, "2026-03-12T17:00:00Z"));
  teller.tell("step", becomes(step, "done"), kBen);
  Customer customer = fold_customer(teller.story(), Terms{});
  REQUIRE(customer.steps.size() == 1);
  REQUIRE(customer.promises.size() == 1);
  CHECK(customer.promises[0].who == kLena);
  teller.tell("step", becomes(step, "verified"), kLena);
  customer = fold_customer(teller.story(), Terms{});
  CHECK(customer.promises[0].ended == Promise::Ended::kept);
  CHECK(customer.fields.find("promise") == nullptr);
}

TEST_CASE("who committed the record that a step is done does not verify it, whomever it names") {
  Planned planned;
  planned.tell(becomes(planned.step, "done"), kAsha);
  planned.teller.entries().back().provenance.author = kLena;
  planned.tell(becomes(planned.step, "verified"), kLena);
  CHECK(planned.first().state == StepState::done);
  CHECK(concern_of(planned.first(), kLena) == "did");
  SUBCASE("a new date begins anew") {
    planned.tell(slipped(planned.step, "2026-03-08T17:00:00Z"));
    planned.tell(becomes(planned.step, "done"), kBen);
    planned.tell(becomes(planned.step, "verified"), kLena);
    CHECK(planned.first().state == StepState::verified);
  }
}

TEST_CASE("a correction of who owned or did a step does not let them verify it") {
  Planned planned;
  const std::string done = planned.tell(becomes(planned.step, "done"), kLena);
  std::string corrected, field, person;
  SUBCASE("the owner") { corrected = planned.step, field = "owner", person = kBen; }
  SUBCASE("who did it") { corrected = done, field = "by", person = kLena; }
  planned.teller.tell("correction", {{"corrects", text(corrected)}, {"set", map({{field, text(kAsha)}})}});
  planned.tell(becomes(planned.step, "verified"), person.c_str());
  CHECK(planned.first().state == StepState::done);
  planned.tell(becomes(planned.step, "verified"), "dora@example.com");
  CHECK(planned.first().state == StepState::verified);
}

}  // namespace crmtrack::story::test
