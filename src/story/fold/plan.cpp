#include "story/fold/plan.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "record/promise_reference.hpp"
#include "story/promise_name.hpp"
#include "story/words.hpp"
#include "util/text/case.hpp"

namespace crmtrack::story {
namespace {

using record::StepState;

/// The value that a record gives a step, for conflicts. A step that is verified is done, so the two agree.
std::string claimed_value(StepState to, const yaml::Node& said) {
  if (to == StepState::slipped) return fmt::format("due {}", word(said, "due"));
  return std::string(record::name_of(to == StepState::verified ? StepState::done : to));
}

/// The people behind a record: as it names them, as corrections do, and the author of its commit.
std::vector<std::string> people_behind(const Reading& reading, const std::vector<Entry>& entries) {
  const Entry& entry = entries[static_cast<std::size_t>(reading.index)];
  return {reading.record->by, entry.record.by, entry.provenance.author};
}

}  // namespace

void Plan::apply(const Reading& reading) {
  const auto state = record::parse_step_state(word(reading.body(), "state"));
  if (!state) return ground_.set_aside(reading.index, "says no state of a step");
  if (*state == StepState::agreed) return agree(reading);
  const auto at = find(word(reading.body(), "step"), reading);
  if (!at) return ground_.set_aside(reading.index, "is of no earlier step of this story");
  move(*at, *state, reading, reading.body());
}

void Plan::agree(const Reading& reading) {
  const yaml::Node& body = reading.body();
  if (!word(body, "step").empty()) return ground_.set_aside(reading.index, "a step that is agreed names no other");
  Step& step = steps_.emplace_back();
  step.record = reading.id();
  step.number = static_cast<int>(steps_.size());
  step.text = word(body, "text");
  step.goal = word(body, "goal");
  step.owner = word(body, "owner");
  step.owners = {step.owner, ground_.entries()[static_cast<std::size_t>(reading.index)].record.text_of("owner")};
  step.agreed_by = reading.record->by;
  step.agreed_at = reading.at();
  step.due_at = step.first_due_at = instant(body, "due");
  take_needs(reading, step);
  kept_.push_back({book_.open_step(reading, step.owner, step.text, step.due_at), nullptr});
}

void Plan::take_needs(const Reading& reading, Step& step) {
  for (const std::string& text : reading.body().texts_of("needs")) {
    const auto at = find(record::parse_promise_reference(text).record, reading);
    if (!at)
      ground_.remark(reading.index, "needs what is no earlier step of this story");
    else
      step.needs.push_back(steps_[*at].record);
  }
}

/// The step that a record names, told before `before`.
std::optional<std::size_t> Plan::find(std::string_view record, const Reading& before) const {
  const int index = ground_.find(record);
  if (index < 0 || index >= before.index) return std::nullopt;
  const auto found = std::ranges::find(steps_, ground_.id_of(index), &Step::record);
  return found == steps_.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - steps_.begin()));
}

void Plan::move(std::size_t at, StepState to, const Reading& reading, const yaml::Node& said) {
  const Step& step = steps_[at];
  const std::string key = conflict_key(ground_.tail_of(ground_.find(step.record)));
  const Frontiers& frontiers = ground_.frontiers();
  // A person who knows of all that is contested decides, whatever stands.
  const bool decides = !reading.machine && frontiers.contested(key) && frontiers.covers(key, reading.index);
  std::string refusal(decides ? std::string_view() : refusal_of(step, to));
  const auto is_concerned = [&](const std::string& person) { return !concern_of(step, person).empty(); };
  if (to == StepState::verified && std::ranges::any_of(people_behind(reading, ground_.entries()), is_concerned))
    refusal = "nobody verifies a step of their own, or one that they did";
  if (to == StepState::slipped && !instant(said, "due")) refusal = "gives the step no date";
  if (!refusal.empty()) {
    ground_.set_aside(reading.index, std::move(refusal));
    if (!reading.machine) ground_.frontiers().claim(key, reading.index, claimed_value(to, said));
    return;
  }
  enter(at, to, reading, said);
  ground_.set(reading, key, claimed_value(to, said));
}

void Plan::enter(std::size_t at, StepState to, const Reading& reading, const yaml::Node& said) {
  switch (to) {
    case StepState::done:
      enter_done(at, reading);
      break;
    case StepState::verified:
      enter_verified(at, reading);
      break;
    case StepState::slipped:
      enter_slipped(at, reading, *instant(said, "due"));
      break;
    case StepState::dropped:
      steps_[at].state = StepState::dropped;
      steps_[at].why = word(reading.body(), "why");
      break;
    case StepState::agreed:
      return;
  }
  settle(at, reading);
}

/// Of several records that say so the earliest by `at` counts.
void Plan::enter_done(std::size_t at, const Reading& reading) {
  Step& step = steps_[at];
  for (std::string& person : people_behind(reading, ground_.entries())) step.doers.push_back(std::move(person));
  const bool repeats = step.state == StepState::done || step.state == StepState::verified;
  if (repeats && step.done_at && *step.done_at <= reading.at()) return;
  step.done_at = reading.at();
  step.done_by = reading.record->by;
  step.done_record = reading.id();
  kept_[at].done = &reading;
  if (step.state == StepState::verified) return book_.restate_at(kept_[at].promise, reading);
  step.state = StepState::done;
}

void Plan::enter_verified(std::size_t at, const Reading& reading) {
  Step& step = steps_[at];
  take_effect(step, reading);
  if (step.state == StepState::verified) return;
  step.state = StepState::verified;
  step.verified_at = reading.at();
  step.verified_by = reading.record->by;
  step.verified_record = reading.id();
  if (!step.done_at) step.done_at = reading.at();
}

/// A step that was said to be done, and gets another date, was not done.
void Plan::enter_slipped(std::size_t at, const Reading& reading, util::Instant due) {
  Step& step = steps_[at];
  step.state = StepState::slipped;
  step.why = word(reading.body(), "why");
  step.due_at = due;
  step.done_at.reset();
  step.done_by.clear();
  step.doers.clear();
  step.done_record.clear();
  kept_[at].done = nullptr;
  book_.set_due(kept_[at].promise, due);
}

void Plan::take_effect(Step& step, const Reading& reading) {
  const yaml::Node* const effect = reading.body().find("effect");
  if (effect == nullptr || !effect->is_map()) return;
  step.effect = StepEffect{effect->text_of("measure"),
                           effect->text_of("before"),
                           effect->text_of("after"),
                           says_yes(*effect, "effective"),
                           reading.record->by,
                           reading.id(),
                           reading.at()};
  const std::string value = fmt::format("{} {} to {}, {}", step.effect->measure, step.effect->before,
                                        step.effect->after, step.effect->effective ? "effective" : "not effective");
  ground_.set(reading, fmt::format("effect of step {}", ground_.tail_of(ground_.find(step.record))), value);
}

/// Brings the promise of a step to where the step stands. Promises that ended with the complaint stay ended.
void Plan::settle(std::size_t at, const Reading& reading) {
  const Step& step = steps_[at];
  const std::size_t place = kept_[at].promise;
  const Promise::Ended ended = book_.at(place).ended;
  const Promise::Ended wanted = step.state == StepState::verified  ? Promise::Ended::kept
                                : step.state == StepState::dropped ? Promise::Ended::waived
                                                                   : Promise::Ended::no;
  if (ended == Promise::Ended::void_ || ended == wanted) return;
  if (ended != Promise::Ended::no) book_.take_up(place);
  book_.at(place).who = step.owner;
  if (wanted == Promise::Ended::kept) book_.keep(place, kept_[at].done == nullptr ? reading : *kept_[at].done);
  if (wanted == Promise::Ended::waived) book_.let_go(place, reading);
}

void Plan::hand_over(std::string_view from, std::string_view to) {
  for (Step& step : steps_) {
    const bool is_to_do = step.state == StepState::agreed || step.state == StepState::slipped;
    if (!is_to_do || util::fold_case(step.owner) != util::fold_case(from)) continue;
    step.owner = to;
    step.owners.emplace_back(to);
  }
}

bool Plan::reschedule(const Reading& change, const yaml::Node& set) {
  const PromiseName name = parse_promise_name(word(set, "promise"));
  if (name.kind != record::name_of(PromiseKind::step) || !name.of) return false;
  const auto at = find(name.of->record, change);
  if (at) move(*at, StepState::slipped, change, set);
  return at.has_value();
}

void Plan::waive(const Reading& waiver) {
  const PromiseName name = parse_promise_name(word(waiver.body(), "promise"));
  if (name.kind != record::name_of(PromiseKind::step)) return;
  const auto named = name.of ? find(name.of->record, waiver) : std::nullopt;
  for (std::size_t at = 0; at < steps_.size(); ++at) {
    if ((name.of && at != named) || !is_open(book_.at(kept_[at].promise))) continue;
    steps_[at].state = StepState::dropped;
    steps_[at].why = word(waiver.body(), "why");
    ground_.set(waiver, conflict_key(ground_.tail_of(ground_.find(steps_[at].record))),
                std::string(record::name_of(StepState::dropped)));
  }
}

/// The person who is to verify a step: who answers for the case, or who agreed the step, unless it is their own. Empty
/// where it is everybody else's to do.
std::string Plan::verifier_of(const Step& step) const {
  for (const std::string& person : {parties_.owner, step.agreed_by})
    if (!person.empty() && concern_of(step, person).empty()) return person;
  return {};
}

void Plan::finish() {
  for (std::size_t at = 0; at < steps_.size(); ++at) {
    const Step& step = steps_[at];
    Promise& promise = book_.at(kept_[at].promise);
    if (!is_open(promise)) continue;
    if (waits_for_verification(step)) {
      promise.who = verifier_of(step);
      promise.what = fmt::format("verify step {}: {}", step.number, step.text);
    } else if (const auto before = waits_for(step, steps_); !before.empty()) {
      promise.what += fmt::format(" (waits for step {})", fmt::join(before, ", "));
    }
  }
}

}  // namespace crmtrack::story
