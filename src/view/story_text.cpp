#include "view/story_text.hpp"

#include <fmt/format.h>

#include "story/entry_state.hpp"
#include "story/same_id.hpp"
#include "story/short_record.hpp"
#include "util/id.hpp"
#include "util/text/parts.hpp"
#include "view/local_time.hpp"
#include "view/plan.hpp"
#include "view/record_text.hpp"
#include "view/settling.hpp"
#include "view/short_name.hpp"

namespace crmtrack::view {

using document::Document;
using document::Figures;
using document::Heading;
using document::Line;
using document::Lines;
using document::Role;

namespace {

Role status_role(const story::Complaint& complaint) {
  if (complaint.status == record::Status::resolved || complaint.status == record::Status::closed) return Role::good;
  return complaint.is_open() ? Role::strong : Role::dim;
}

std::string level_text(const policy::Policy& policy, const story::Complaint& complaint) {
  if (complaint.level == 0 && complaint.peak_level == 0) return {};
  std::string text = fmt::format("{} ({})", complaint.level, policy.level_name(complaint.level));
  if (complaint.peak_level != complaint.level) text += fmt::format(", was at {}", complaint.peak_level);
  return text;
}

std::string outcome_text(const story::Complaint& complaint) {
  std::vector<std::string> parts;
  for (const std::string& part : {complaint.outcome, complaint.code, complaint.cause})
    if (!part.empty()) parts.push_back(part);
  if (complaint.redress.is_map() && !complaint.redress.entries.empty())
    parts.push_back(fmt::format("{} {}", complaint.redress.text_of("amount"), complaint.redress.text_of("currency")));
  if (!complaint.accepted_by.empty()) parts.push_back(fmt::format("accepted by {}", complaint.accepted_by));
  return util::join(parts, ", ");
}

std::string received_text(const Setting& setting, const story::Complaint& complaint) {
  const auto days = age_in_days(setting, complaint.received_at);
  const std::string age = days == 0 ? "today" : fmt::format("{} {} ago", days, days == 1 ? "day" : "days");
  return fmt::format("{} ({})", local_time(setting.zone, complaint.received_at), age);
}

std::string reason_text(const policy::Policy& policy, const story::Complaint& complaint) {
  const std::string code = complaint.text_of("reason");
  const policy::Reason* reason = policy.find_reason(code);
  return reason == nullptr || reason->label.empty() ? code : fmt::format("{} ({})", code, reason->label);
}

std::string customer_text(const Setting& setting, const std::string& slug) {
  const std::string shown = shown_customer(setting, slug);
  return shown == slug ? slug : fmt::format("{} ({})", shown, slug);
}

void add_head(const Setting& setting, const policy::Policy& policy, const story::Complaint& complaint,
              Document& document) {
  document.add(Heading{fmt::format("{}  {}", util::complaint_tail(complaint.id), complaint.text_of("summary")), 1});
  Figures figures;
  const auto add = [&](std::string label, std::string value, Role role = Role::plain) {
    if (!value.empty()) figures.items.push_back({std::move(label), std::move(value), "", role});
  };
  add("status", fmt::format("{}{}", record::name_of(complaint.status), complaint.contested() ? ", contested" : ""),
      complaint.contested() ? Role::bad : status_role(complaint));
  add("waiting on", complaint.status == record::Status::waiting ? complaint.waiting_on : "");
  add("severity", complaint.text_of("severity"));
  add("vulnerable", complaint.text_of("vulnerable"),
      complaint.text_of("vulnerable") == "none" ? Role::plain : Role::warning);
  add("owner", complaint.owner.empty() ? "nobody" : complaint.owner,
      complaint.owner.empty() ? Role::warning : Role::plain);
  add("level", level_text(policy, complaint));
  add("customer", customer_text(setting, complaint.text_of("customer")));
  add("contact", complaint.text_of("contact"));
  add("project", complaint.text_of("project"));
  add("reason", reason_text(policy, complaint));
  add("channel", complaint.text_of("channel"));
  add("received", received_text(setting, complaint));
  add("cycle", complaint.cycle > 1 ? fmt::to_string(complaint.cycle) : "");
  add("answer", outcome_text(complaint));
  add("refs", util::join({complaint.refs.begin(), complaint.refs.end()}, ", "));
  add("asks for", complaint.text_of("remedy_sought"));
  document.add(std::move(figures));
}

void add_records(const util::Zone& zone, const std::vector<story::Entry>& entries,
                 const std::map<std::string, story::EntryState>& notes, Document& document) {
  document.add(Heading{"Story", 2});
  for (const story::Entry& entry : entries) {
    const auto state = notes.find(story::note_key(entry));
    document.add(record_lines(zone, entry, state == notes.end() ? nullptr : &state->second,
                              story::short_record(entries, entry.record.id)));
  }
}

std::string took(util::Instant from, util::Instant to) { return util::format_duration(to - from); }

/// A rung without an answer: somebody still owes one, or the case moved on without it.
Line unanswered(const Setting& setting, const story::Rung& rung) {
  if (!rung.left_at) return {{fmt::format("    no answer yet, for {}", took(rung.at, setting.now)), Role::warning}};
  return {{fmt::format("    {} after {}, without an answer",
                       rung.overtaken ? "overtaken by the next escalation" : "the complaint was answered",
                       took(rung.at, *rung.left_at))}};
}

Line returned(const story::Rung& rung) {
  const std::string why = rung.return_why.empty() ? "" : fmt::format(": {}", rung.return_why);
  return {{fmt::format("    return by {} after {}{}", rung.returned_by,
                       took(rung.answered_at.value_or(rung.at), *rung.returned_at), why)}};
}

void add_route(const Setting& setting, const policy::Policy& policy, const story::Complaint& complaint,
               Document& document) {
  if (complaint.rungs.empty()) return;
  document.add(Heading{"Escalation", 2});
  Lines lines;
  for (const story::Rung& rung : complaint.rungs) {
    Line line{{fmt::format("{}  level {} to {}", local_time(setting.zone, rung.at), rung.from_level, rung.to_level),
               Role::strong},
              {fmt::format(" ({})", policy.level_name(rung.to_level))}};
    if (!rung.to.empty()) line.push_back({fmt::format(", to {}", rung.to)});
    line.push_back({fmt::format(", by {}: {}", rung.by, rung.why)});
    lines.lines.push_back(std::move(line));
    if (rung.answer.empty() && rung.to_level < rung.from_level) continue;  // going down asks for no answer
    if (rung.answer.empty()) {
      lines.lines.push_back(unanswered(setting, rung));
    } else {
      const std::string why = rung.answer_why.empty() ? "" : fmt::format(": {}", rung.answer_why);
      const std::string after = rung.answered_at ? fmt::format(" after {}", took(rung.at, *rung.answered_at)) : "";
      lines.lines.push_back({{fmt::format("    {} by {}{}{}", rung.answer, rung.answered_by, after, why)}});
      if (rung.returned_at) lines.lines.push_back(returned(rung));
    }
  }
  document.add(std::move(lines));
}

Role promise_role(const story::Promise& promise, const std::string& state) {
  if (state == "overdue" || state == "kept_late") return Role::bad;
  if (state == "kept") return Role::good;
  return story::is_open(promise) ? Role::warning : Role::dim;
}

/// Who owes it, by when, and what became of it.
std::string promise_terms(const util::Zone& zone, const story::Promise& promise,
                          const std::vector<story::Entry>& entries) {
  const std::string debtor(story::name_of(promise.debtor));
  std::string text = fmt::format(
      "{}{} owed by {}", story::short_record(entries, promise.of), promise.several ? fmt::format(".{}", promise.n) : "",
      promise.who.empty() || promise.who == debtor ? debtor : promise.who + " (" + debtor + ")");
  if (promise.due_at) text += ", due " + local_time(zone, *promise.due_at);
  if (promise.first_due_at) text += ", first due " + local_time(zone, *promise.first_due_at);
  if (promise.settled_at) text += ", settled " + local_time(zone, *promise.settled_at);
  if (!promise.settled_by.empty()) text += " by " + story::short_record(entries, promise.settled_by);
  if (promise.restated) text += " (restated: recorded later)";
  return text;
}

/// Adds what is contested, each with the command that settles it, as far as `settle` knows one.
template <class Settle>
void add_conflicts(const std::vector<story::Conflict>& conflicts, Settle settle, Document& document) {
  if (conflicts.empty()) return;
  document.add(Heading{"Contested", 2});
  Lines lines;
  for (const story::Conflict& conflict : conflicts) {
    // Most messages begin with the field, because findings of the audit print them alone.
    const std::string what = conflict.what + ": ";
    lines.lines.push_back(
        {{what, Role::bad}, {conflict.message.substr(conflict.message.starts_with(what) ? what.size() : 0)}});
    const std::string command = settle(conflict);
    if (!command.empty()) lines.lines.push_back({{fmt::format("    settle it: {}", command), Role::strong}});
  }
  document.add(std::move(lines));
}

void add_promises(const Setting& setting, const std::vector<story::Promise>& promises,
                  const std::vector<story::Entry>& entries, Document& document) {
  if (promises.empty()) return;
  document.add(Heading{"Promises", 2});
  Lines lines;
  for (const story::Promise& promise : promises) {
    const std::string state(story::state_of(promise, setting.now));
    lines.lines.push_back({{fmt::format("{:<9}", state), promise_role(promise, state)},
                           {fmt::format("  {}: {}", record::name_of(promise.kind), promise.what)}});
    lines.lines.push_back({{fmt::format("           {}", promise_terms(setting.zone, promise, entries)), Role::dim}});
  }
  document.add(std::move(lines));
}

}  // namespace

void add_story(const Setting& setting, const policy::Policy& policy, const story::Complaint& complaint,
               Document& document) {
  add_head(setting, policy, complaint, document);
  add_records(setting.zone, complaint.entries, complaint.notes, document);
  add_route(setting, policy, complaint, document);
  add_plan(setting, complaint.steps, complaint.entries, document);
  add_promises(setting, complaint.promises, complaint.entries, document);
  const std::string shown = setting.short_id(complaint.id);
  add_conflicts(
      complaint.conflicts,
      [&](const story::Conflict& conflict) { return settling_command(complaint, conflict, shown); }, document);
}

void add_customer_story(const Setting& setting, const story::Customer& customer, Document& document) {
  document.add(Heading{customer.name.empty() ? customer.id : fmt::format("{}  {}", customer.id, customer.name), 1});
  Figures figures;
  for (const auto& [label, value] :
       {std::pair{"segment", customer.segment}, {"region", customer.region}, {"manager", customer.manager}})
    if (!value.empty()) figures.items.push_back({label, value, "", Role::plain});
  for (const yaml::Node& contact : customer.contacts)
    figures.items.push_back(
        {"contact", fmt::format("{} <{}>", contact.text_of("name"), contact.text_of("mail")), "", Role::plain});
  figures.items.push_back({"compliments", fmt::to_string(customer.compliments), "", Role::plain});
  if (!customer.merged_into.empty()) figures.items.push_back({"merged into", customer.merged_into, "", Role::warning});
  if (customer.retired) figures.items.push_back({"retired", "yes", "", Role::warning});
  document.add(std::move(figures));
  add_records(setting.zone, customer.entries, customer.notes, document);
  add_plan(setting, customer.steps, customer.entries, document);
  add_promises(setting, customer.promises, customer.entries, document);
  add_conflicts(
      customer.conflicts, [&](const story::Conflict& conflict) { return settling_command(customer, conflict); },
      document);
}

}  // namespace crmtrack::view
