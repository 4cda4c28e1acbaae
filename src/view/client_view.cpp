#include "view/client_view.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "story/contact.hpp"
#include "story/told_records.hpp"
#include "story/words.hpp"
#include "util/text/parts.hpp"
#include "view/client_fields.hpp"

namespace crmtrack::view {

namespace {

using record::Record;
using story::Promise;
using Records = std::vector<const Record*>;

std::string day_text(const util::Timestamp& time) { return util::format_rfc3339(time).substr(0, 10); }

/// `in_person`, `partly_upheld` as people write them.
std::string in_words(std::string text) {
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string status_words(const story::Complaint& complaint) {
  using record::Status;
  switch (complaint.status) {
    case Status::received:
      return "received";
    case Status::acknowledged:
      return "received and acknowledged";
    case Status::waiting:
      return complaint.waiting_on == "customer" ? "waiting for you" : "being looked into";
    case Status::investigating:
      return "being looked into";
    case Status::responded:
      return "answered";
    case Status::resolved:
      return "settled";
    case Status::closed:
      return "closed";
    case Status::withdrawn:
      return "withdrawn";
    case Status::void_:
      break;
  }
  return "entered in error";
}

std::string activity_words(const ClientFields& fields) {
  const std::string type = in_words(fields.text_of("type"));
  if (type == "compliment") return "your kind words";
  const bool theirs = fields.text_of("direction") == "in";
  std::string text = fmt::format("{} from {}", type, theirs ? "you" : "us");
  if (const std::string purpose = fields.text_of("purpose"); !theirs && !purpose.empty()) text += " to " + purpose;
  if (const std::string with = fields.text_of("with"); !with.empty()) text += ", with " + with;
  return text;
}

std::string resolution_words(const ClientFields& fields) {
  std::string text =
      fmt::format("our answer: {}, {}", in_words(fields.text_of("outcome")), in_words(fields.text_of("code")));
  const auto amounts = fields.texts_of("redress", "amount");
  const auto currencies = fields.texts_of("redress", "currency");
  if (!amounts.empty())
    text += fmt::format(", {}{}", amounts.front(), currencies.empty() ? "" : " " + currencies.front());
  return text;
}

/// The customer's decision in words, by the move that we recorded; empty for what is no word of theirs.
std::string verdict_words(const Record& record) {
  if (record.kind != record::Kind::change || !story::is_customer_contact(record)) return {};
  const yaml::Node* const set = record.body.find("set");
  const auto status = record::parse_status(set == nullptr ? std::string_view() : story::word(*set, "status"));
  if (status == record::Status::resolved) return "you accepted our answer";
  if (status == record::Status::withdrawn) return "you withdrew the complaint";
  return "you asked us to look at it again";
}

std::string text_of_event(const ClientFields& fields) {
  std::vector<std::string> texts;
  for (const char* field : {"text", "event"})
    if (const std::string text(util::trim(fields.text_of(field))); !text.empty()) texts.push_back(text);
  return util::join(texts, "\n");
}

std::vector<ClientEvent> events_of(const Records& records, std::string_view channel) {
  std::vector<ClientEvent> events;
  for (const Record* record : records) {
    const ClientFields fields(*record, channel);
    std::string what = verdict_words(*record);
    if (fields.is_visible() && record->kind == record::Kind::activity) what = activity_words(fields);
    if (fields.is_visible() && record->kind == record::Kind::resolution) what = resolution_words(fields);
    if (what.empty()) continue;
    events.push_back({record->at.utc, std::move(what), text_of_event(fields), fields.texts_of("attachments", "name")});
  }
  std::stable_sort(events.begin(), events.end(),
                   [](const ClientEvent& a, const ClientEvent& b) { return a.at < b.at; });
  return events;
}

/// The record that a promise arises from, where the customer may see the promise; else null.
const Record* find_promising(const Records& records, const std::string& id, std::string_view channel) {
  const auto found = std::find_if(records.begin(), records.end(), [&](const Record* each) { return each->id == id; });
  return found != records.end() && ClientFields(**found, channel).shows_promises() ? *found : nullptr;
}

ClientPromise client_promise(const Promise& promise, const Record& from) {
  ClientPromise shown;
  shown.what = promise.origin == Promise::Origin::question
                   ? fmt::format("answer what you asked on {}", day_text(from.at))
                   : promise.what;
  shown.due_at = promise.due_at;
  if (promise.ended == Promise::Ended::kept) shown.done_at = promise.settled_at;
  if (promise.ended != Promise::Ended::no)
    shown.state = promise.ended == Promise::Ended::kept ? ClientPromise::State::kept : ClientPromise::State::let_go;
  return shown;
}

/// Our commitments to the customer: those in so many words, and the answers that they expect of us.
std::vector<ClientPromise> promises_of(const std::vector<Promise>& promises, const Records& records,
                                       std::string_view channel) {
  std::vector<ClientPromise> shown;
  for (const Promise& promise : promises) {
    const bool is_ours = promise.debtor == story::Debtor::us && promise.kind == record::PromiseKind::commitment;
    if (!is_ours || story::is_to_us(promise) || promise.ended == Promise::Ended::void_) continue;
    if (const Record* const from = find_promising(records, promise.of, channel))
      shown.push_back(client_promise(promise, *from));
  }
  return shown;
}

/// In words of ours: what a promise says of itself may come from anywhere.
std::string need_words(const Promise& promise, const Record& from) {
  const std::string day = day_text(from.at);
  if (from.text_of("direction") == "internal") return fmt::format("answer what we asked you on {}", day);
  if (promise.kind == record::PromiseKind::confirm)
    return from.kind == record::Kind::resolution ? fmt::format("tell us whether our answer of {} settles it", day)
                                                 : fmt::format("tell us that our message of {} reached you", day);
  if (promise.kind == record::PromiseKind::information) return fmt::format("send us what we asked for on {}", day);
  return fmt::format("reply to our message of {}", day);
}

std::vector<ClientNeed> needs_of(const std::vector<Promise>& promises, const Records& records,
                                 std::string_view channel) {
  std::vector<ClientNeed> needs;
  for (const Promise& promise : promises) {
    if (!story::is_open(promise) || promise.debtor != story::Debtor::customer) continue;
    if (const Record* const from = find_promising(records, promise.of, channel))
      needs.push_back({need_words(promise, *from), promise.due_at});
  }
  return needs;
}

std::string reason_words(const policy::Policy& policy, const std::string& code) {
  const policy::Reason* const reason = policy.find_reason(code);
  return reason == nullptr || reason->label.empty() ? code : reason->label;
}

std::string project_words(const policy::Policy& policy, const std::string& id) {
  const policy::Project* const project = policy.find_project(id);
  return project == nullptr || project->name.empty() ? id : project->name;
}

}  // namespace

ClientComplaint client_complaint(const story::Complaint& complaint, const policy::Policy& policy) {
  const ClientFields own(record::Kind::complaint, complaint.fields);
  const std::string channel = complaint.text_of("channel");
  const Records records = story::told_records(complaint.entries, complaint.notes, complaint.revised);
  ClientComplaint shown;
  shown.id = complaint.id;
  shown.summary = own.text_of("summary");
  shown.status = status_words(complaint);
  shown.reason = reason_words(policy, own.text_of("reason"));
  shown.project = project_words(policy, own.text_of("project"));
  shown.channel = in_words(own.text_of("channel"));
  shown.contact = own.text_of("contact");
  shown.description = std::string(util::trim(own.text_of("description")));
  shown.remedy_sought = std::string(util::trim(own.text_of("remedy_sought")));
  shown.received_at = complaint.received_at;
  shown.attachments = own.texts_of("attachments", "name");
  shown.events = events_of(records, channel);
  shown.promises = promises_of(complaint.promises, records, channel);
  shown.needs = needs_of(complaint.promises, records, channel);
  return shown;
}

ClientView client_view(const story::Customer& customer) {
  const Records records = story::told_records(customer.entries, customer.notes, customer.revised);
  ClientView view;
  view.customer = ClientFields(record::Kind::customer, customer.fields).text_of("name");
  if (view.customer.empty()) view.customer = customer.id;
  view.events = events_of(records, {});
  view.promises = promises_of(customer.promises, records, {});
  view.needs = needs_of(customer.promises, records, {});
  return view;
}

}  // namespace crmtrack::view
