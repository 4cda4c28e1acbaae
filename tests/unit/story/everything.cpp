#include "build.hpp"

#include "story/entry_state.hpp"

namespace crmtrack::story::test {
namespace {

std::string time_text(const std::optional<util::Instant>& time) { return time ? util::format_utc(*time) : "-"; }

std::string node_text(const yaml::Node& node) {
  std::string out = node.text;
  for (const yaml::Node& item : node.items) out += "[" + node_text(item) + "]";
  for (const auto& [key, value] : node.entries) out += "{" + key + "=" + node_text(value) + "}";
  return out;
}

std::string promise_text(const Promise& promise) {
  return fmt::format("promise {} {} {} {} {} {} {} {} {} due {} first {} settled {} {} {} {} cycle {}\n",
                     record::name_of(promise.kind), reference_of(promise), promise.n, static_cast<int>(promise.origin),
                     name_of(promise.debtor), promise.who, promise.creditor, promise.what,
                     util::format_utc(promise.start_at), time_text(promise.due_at), time_text(promise.first_due_at),
                     time_text(promise.settled_at), promise.settled_by, static_cast<int>(promise.ended),
                     promise.restated, promise.cycle);
}

std::string step_text(const Step& step) {
  std::string out =
      fmt::format("step {} {} {} {} {} {} {} due {} first {} done {} {} verified {} {} {}", step.number, step.record,
                  record::name_of(step.state), step.text, step.goal, step.owner, step.agreed_by, time_text(step.due_at),
                  time_text(step.first_due_at), time_text(step.done_at), step.done_by, time_text(step.verified_at),
                  step.verified_by, step.why);
  for (const std::string& before : step.needs) out += " needs " + before;
  if (step.effect)
    out += fmt::format(" effect {} {} {} {} {}", step.effect->measure, step.effect->before, step.effect->after,
                       step.effect->effective, step.effect->by);
  return out + "\n";
}

std::string note_text(const std::string& id, const EntryState& state) {
  std::string out =
      fmt::format("note {} {} {} {} {}", id, state.set_aside, state.note, state.moved_to, state.duplicate_of);
  for (const std::string& by : state.corrected_by) out += " by " + by;
  for (const auto& [field, value] : state.corrected) out += " " + field + "=" + value;
  return out + "\n";
}

std::string head_text(const Complaint& c) {
  return fmt::format("{} {} {} {} {} {} {} {} {} {} {}\n{} {} {} {} {} {}\n{} {} {} {} {} {} {} {}\n", c.id,
                     record::name_of(c.status), c.owner, c.level, c.peak_level, c.cycle, c.handovers, c.waiting_on,
                     time_text(c.waiting_since), time_text(c.waiting_until), node_text(c.fields),
                     util::format_utc(c.received_at), time_text(c.acknowledged_at), time_text(c.responded_at),
                     time_text(c.resolved_at), time_text(c.closed_at), c.attempts.size(), c.outcome, c.code, c.cause,
                     c.systemic, c.accepted_by, node_text(c.redress), c.reviewed, c.moved_or_empty);
}

}  // namespace

std::string everything(const Complaint& complaint) {
  std::string out = head_text(complaint);
  for (const Promise& promise : complaint.promises) out += promise_text(promise);
  for (const Step& step : complaint.steps) out += step_text(step);
  for (const Rung& rung : complaint.rungs) {
    out += fmt::format("rung {} {} {} {} {} {} {} left {} {} returned {} {}\n", rung.record, rung.from_level,
                       rung.to_level, rung.to, rung.answer, rung.answered_by, time_text(rung.answered_at),
                       time_text(rung.left_at), rung.overtaken, rung.returned_by, time_text(rung.returned_at));
  }
  for (const Conflict& conflict : complaint.conflicts) {
    out += fmt::format("conflict {} {}:", conflict.what, conflict.message);
    for (const std::string& record : conflict.records) out += " " + record;
    out += "\n";
  }
  for (const Transition& each : complaint.transitions) {
    out +=
        fmt::format("{} {} {} {}\n", record::name_of(each.status), util::format_utc(each.at), each.record, each.cycle);
  }
  for (const auto& [id, state] : complaint.notes) out += note_text(id, state);
  for (const auto* words : {&complaint.types, &complaint.sentiments, &complaint.refs, &complaint.links}) {
    for (const std::string& word : *words) out += word + " ";
    out += "\n";
  }
  for (const Entry& entry : complaint.entries)
    out += entry.record.id + " " + std::string(entry.record.kind.name()) + "\n";
  return out;
}

}  // namespace crmtrack::story::test
