#include "view/client_text.hpp"

#include <fmt/format.h>

#include <array>

#include "util/id.hpp"
#include "util/text/parts.hpp"
#include "view/local_time.hpp"

namespace crmtrack::view {

using document::Document;
using document::Figures;
using document::Heading;
using document::Lines;
using document::Paragraph;
using document::Role;
using document::Value;

namespace {

void add_text_lines(const std::string& text, Lines& lines) {
  if (text.empty()) return;
  for (const std::string& part : util::split(text, '\n'))
    lines.lines.push_back({{"  " + (part.ends_with('\r') ? part.substr(0, part.size() - 1) : part)}});
}

void add_attached(const std::vector<std::string>& names, Lines& lines) {
  if (!names.empty()) lines.lines.push_back({{"  attached: " + util::join(names, ", "), Role::dim}});
}

void add_reported(const Setting& setting, const ClientComplaint& complaint, Document& document) {
  document.add(Heading{fmt::format("{}  {}", util::complaint_tail(complaint.id), complaint.summary), 1});
  Figures figures;
  const auto add = [&](const char* label, const std::string& value) {
    if (!value.empty()) figures.items.push_back({label, value, "", Role::plain});
  };
  add("status", complaint.status);
  add("received", local_time(setting.zone, complaint.received_at));
  add("by", complaint.channel);
  add("from", complaint.contact);
  add("about", complaint.reason);
  add("project", complaint.project);
  document.add(std::move(figures));
  if (complaint.description.empty() && complaint.remedy_sought.empty() && complaint.attachments.empty()) return;
  document.add(Heading{"What you reported", 2});
  Lines lines;
  add_text_lines(complaint.description, lines);
  if (!complaint.remedy_sought.empty()) lines.lines.push_back({{"  You ask for: " + complaint.remedy_sought}});
  add_attached(complaint.attachments, lines);
  document.add(std::move(lines));
}

std::string promise_state(const Setting& setting, const ClientPromise& promise) {
  if (promise.state == ClientPromise::State::let_go) return "let go";
  const std::string due = promise.due_at ? local_time(setting.zone, *promise.due_at) : "";
  if (promise.state == ClientPromise::State::kept && promise.done_at)
    return fmt::format("done {}{}", local_time(setting.zone, *promise.done_at),
                       due.empty() ? "" : ", promised for " + due);
  if (!promise.due_at) return "open";
  return fmt::format("{} {}", *promise.due_at < setting.now ? "late: promised for" : "by", due);
}

void add_promised(const Setting& setting, const std::vector<ClientPromise>& promises, Document& document) {
  if (promises.empty()) return;
  document.add(Heading{"What we promised", 2});
  Lines lines;
  for (const ClientPromise& promise : promises)
    lines.lines.push_back({{fmt::format("  {}: ", promise.what)}, {promise_state(setting, promise), Role::strong}});
  document.add(std::move(lines));
}

void add_done(const Setting& setting, const std::vector<ClientEvent>& events, Document& document) {
  if (events.empty()) return;
  document.add(Heading{"What was done", 2});
  Lines lines;
  for (const ClientEvent& event : events) {
    lines.lines.push_back({{local_time(setting.zone, event.at), Role::strong}, {"  " + event.what}});
    add_text_lines(event.text, lines);
    add_attached(event.attachments, lines);
  }
  document.add(std::move(lines));
}

void add_needed(const Setting& setting, const std::vector<ClientNeed>& needs, Document& document) {
  if (needs.empty()) return;
  document.add(Heading{"What we need from you", 2});
  Lines lines;
  for (const ClientNeed& need : needs)
    lines.lines.push_back(
        {{fmt::format("  {}{}", need.what, need.due_at ? ", by " + local_time(setting.zone, *need.due_at) : "")}});
  document.add(std::move(lines));
}

Value time_or_null(const std::optional<util::Instant>& time) { return time ? Value(util::format_utc(*time)) : Value(); }
Value text_or_none(const std::string& text) { return text.empty() ? Value() : Value(text); }

Value::List name_list(const std::vector<std::string>& names) { return {names.begin(), names.end()}; }

/// Sets the parts that a complaint and a customer's own story have in common.
void set_parts(Value& item, const std::vector<ClientEvent>& events, const std::vector<ClientPromise>& promises,
               const std::vector<ClientNeed>& needs) {
  static constexpr std::array<const char*, 3> kStates{"open", "kept", "let_go"};
  Value::List promised, done, needed;
  for (const ClientPromise& promise : promises)
    promised.push_back(Value::Object{{"what", promise.what},
                                     {"state", kStates[static_cast<std::size_t>(promise.state)]},
                                     {"due_at", time_or_null(promise.due_at)},
                                     {"done_at", time_or_null(promise.done_at)}});
  for (const ClientEvent& event : events)
    done.push_back(Value::Object{{"at", util::format_utc(event.at)},
                                 {"what", event.what},
                                 {"text", text_or_none(event.text)},
                                 {"attachments", name_list(event.attachments)}});
  for (const ClientNeed& need : needs)
    needed.push_back(Value::Object{{"what", need.what}, {"due_at", time_or_null(need.due_at)}});
  item.set("promised", std::move(promised));
  item.set("done", std::move(done));
  item.set("needed", std::move(needed));
}

Value complaint_value(const ClientComplaint& complaint) {
  Value item;
  item.set("id", complaint.id);
  item.set("summary", text_or_none(complaint.summary));
  item.set("status", complaint.status);
  item.set("received_at", util::format_utc(complaint.received_at));
  item.set("channel", text_or_none(complaint.channel));
  item.set("contact", text_or_none(complaint.contact));
  item.set("reason", text_or_none(complaint.reason));
  item.set("project", text_or_none(complaint.project));
  item.set("description", text_or_none(complaint.description));
  item.set("remedy_sought", text_or_none(complaint.remedy_sought));
  item.set("attachments", name_list(complaint.attachments));
  set_parts(item, complaint.events, complaint.promises, complaint.needs);
  return item;
}

}  // namespace

Document client_document(const Setting& setting, const ClientView& view) {
  Document document;
  if (!view.customer.empty()) {
    document.add(Heading{view.customer, 1});
    if (view.complaints.empty()) document.add(Paragraph{{{"no complaint"}}});
    add_needed(setting, view.needs, document);
    add_promised(setting, view.promises, document);
    add_done(setting, view.events, document);
  }
  for (const ClientComplaint& complaint : view.complaints) {
    add_reported(setting, complaint, document);
    add_needed(setting, complaint.needs, document);
    add_promised(setting, complaint.promises, document);
    add_done(setting, complaint.events, document);
  }
  document.add(Paragraph{
      {{fmt::format("As of {} ({})", local_time(setting.zone, setting.now), setting.zone.name()), Role::dim}}});
  return document;
}

Value client_value(const ClientView& view) {
  Value value;
  value.set("customer", text_or_none(view.customer));
  Value::List complaints;
  for (const ClientComplaint& complaint : view.complaints) complaints.push_back(complaint_value(complaint));
  value.set("complaints", std::move(complaints));
  set_parts(value, view.events, view.promises, view.needs);
  return value;
}

}  // namespace crmtrack::view
