#include "tick/deed.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "calendar/target.hpp"
#include "policy/dated.hpp"
#include "story/machine_key.hpp"
#include "story/silence.hpp"
#include "util/id.hpp"

namespace crmtrack::tick {

namespace {

using record::PromiseKind;
using yaml::Node;

/// The person of the rung: the owner, or who stands at the level. Where nobody owns the complaint, who stands at the
/// level that it has.
std::string addressee(const story::Complaint& complaint, const story::DueRung& rung, const policy::Policy& policy) {
  if (!rung.level && !complaint.owner.empty()) return complaint.owner;
  const std::string date = policy::date_of_entries(rung.at);
  const auto people = policy.people_at(complaint.text_of("project"), rung.level.value_or(complaint.level), date);
  return people.empty() ? std::string() : people.front();
}

std::string reason_of(const story::Promise& promise, std::int64_t share) {
  const std::string due = util::format_utc(*promise.due_at);
  if (promise.kind == PromiseKind::accept) return fmt::format("nobody answered the escalation by {}", due);
  const std::string_view kind = record::name_of(promise.kind);
  const std::string part = calendar::format_share(share);
  if (share < calendar::kWholeTarget) return fmt::format("{} of the time for {} has passed: due {}", part, kind, due);
  if (share == calendar::kWholeTarget) return fmt::format("{} was due {}", kind, due);
  return fmt::format("{} was due {}, and {} of its time has passed", kind, due, part);
}

Deed deed_of(const story::Complaint& complaint) {
  Deed deed;
  deed.complaint = complaint.id;
  deed.customer = complaint.text_of("customer");
  return deed;
}

}  // namespace

std::string_view name_of(Deed::What what) {
  switch (what) {
    case Deed::What::told:
      return "told";
    case Deed::What::escalated:
      return "escalated";
    case Deed::What::resolved:
      break;
  }
  return "resolved";
}

Deed make_escalation(const story::Complaint& complaint, const story::DueRung& rung, const policy::Policy& policy) {
  const story::Promise& promise = complaint.promises.at(rung.promise);
  Deed deed = deed_of(complaint);
  deed.what = rung.level ? Deed::What::escalated : Deed::What::told;
  deed.promise = record::name_of(promise.kind);
  deed.of = story::reference_of(promise);
  deed.from_level = complaint.level;
  deed.to_level = rung.level.value_or(complaint.level);
  deed.to = addressee(complaint, rung, policy);
  deed.why = reason_of(promise, rung.share);
  deed.at = rung.at;
  Node fields = Node::map();
  fields.set("from_level", Node::integer(deed.from_level));
  fields.set("to_level", Node::integer(deed.to_level));
  if (!deed.to.empty()) fields.set("to", Node::scalar(deed.to));
  fields.set("nature", Node::scalar(rung.level ? "hierarchical" : "functional"));
  fields.set("trigger", Node::scalar(rung.share < calendar::kWholeTarget ? "warning" : "overdue"));
  fields.set("asked", Node::scalar(rung.level ? "decide" : "inform"));
  fields.set("why", Node::scalar(deed.why));
  deed.made = record::make_machine_record({.kind = record::Kind::escalation,
                                           .key = story::ladder_key(complaint.id, promise, rung.level),
                                           .at = {rung.at, {}},
                                           .by = record::kMachine,
                                           .cause = promise.of,
                                           .fields = std::move(fields)});
  return deed;
}

Deed make_silence(const story::Complaint& complaint) {
  const auto answer =
      std::find_if(complaint.transitions.rbegin(), complaint.transitions.rend(),
                   [](const story::Transition& transition) { return transition.status == record::Status::responded; });
  Deed deed = deed_of(complaint);
  deed.what = Deed::What::resolved;
  deed.of = answer == complaint.transitions.rend() ? std::string() : answer->record;
  deed.from_level = deed.to_level = complaint.level;
  deed.to = complaint.owner;
  deed.why =
      fmt::format("the customer has been silent since {}", util::format_utc(story::second_attempt(complaint.attempts)));
  deed.at = *complaint.silent_at;
  Node set = Node::map();
  set.set("status", Node::scalar(std::string(record::name_of(record::Status::resolved))));
  set.set("accepted_by", Node::scalar("silence"));
  Node fields = Node::map();
  fields.set("set", std::move(set));
  fields.set("why", Node::scalar(deed.why));
  deed.made = record::make_machine_record({.kind = record::Kind::change,
                                           .key = story::silence_key(complaint.id, deed.of, complaint.cycle),
                                           .at = {deed.at, {}},
                                           .by = record::kMachine,
                                           .cause = story::newest_attempt(complaint.attempts),
                                           .fields = std::move(fields)});
  return deed;
}

}  // namespace crmtrack::tick
