#include "view/item.hpp"

#include <fmt/format.h>

#include <chrono>

#include "exchange/record_value.hpp"
#include "record/kinds.hpp"
#include "story/entry_state.hpp"
#include "story/same_id.hpp"
#include "util/time.hpp"
#include "view/local_time.hpp"
#include "view/node_value.hpp"
#include "view/plan.hpp"
#include "view/text_or_null.hpp"

namespace crmtrack::view {

using document::Value;

namespace {

Value time_value(const std::optional<util::Instant>& time) { return time ? Value(util::format_utc(*time)) : Value(); }

template <class Texts>
Value::List text_list(const Texts& texts) {
  Value::List list;
  for (const auto& text : texts) list.emplace_back(std::string(text));
  return list;
}

/// The fields that every item has, null where absent (docs/json.md); further fields that a form asks for follow.
void add_own_fields(Value& item, const story::Complaint& complaint) {
  for (const record::FieldSpec& field : record::find_kind(record::Kind::complaint)->fields) {
    if (field.in_item != record::InItem::always) continue;
    const std::string name(field.name);
    if (name == "refs")
      item.set(name, text_list(complaint.refs));
    else if (name == "links")
      item.set(name, text_list(complaint.links));
    else if (const yaml::Node* node = complaint.fields.find(name))
      item.set(name, node_to_value(*node));
    else
      item.set(name, nullptr);
  }
  for (const auto& [key, node] : complaint.fields.entries)
    if (item.find(key) == nullptr) item.set(key, node_to_value(node));
}

/// Segment and region are the customer's where the complaint states none: what the filter asks is what the item shows.
void add_customer_facts(Value& item, const story::Complaint& complaint) {
  item.set("segment", text_or_null(complaint.segment));
  if (item.find("region")->is_null()) item.set("region", text_or_null(complaint.region));
}

void add_state(const Setting& setting, Value& item, const story::Complaint& complaint) {
  item.set("status", std::string(record::name_of(complaint.status)));
  item.set("owner", text_or_null(complaint.owner));
  item.set("level", complaint.level);
  item.set("peak_level", complaint.peak_level);
  item.set("cycle", complaint.cycle);
  item.set("handovers", complaint.handovers);
  item.set("waiting_on", text_or_null(complaint.waiting_on));
  item.set("outcome", text_or_null(complaint.outcome));
  item.set("code", text_or_null(complaint.code));
  item.set("cause", text_or_null(complaint.cause));
  item.set("systemic", text_or_null(complaint.systemic));
  item.set("redress", complaint.redress.is_map() && !complaint.redress.entries.empty()
                          ? node_to_value(complaint.redress)
                          : Value());
  item.set("accepted_by", text_or_null(complaint.accepted_by));
  item.set("received_at", util::format_utc(complaint.received_at));
  item.set("acknowledged_at", time_value(complaint.acknowledged_at));
  item.set("responded_at", time_value(complaint.responded_at));
  item.set("resolved_at", time_value(complaint.resolved_at));
  item.set("closed_at", time_value(complaint.closed_at));
  item.set("age_days", age_in_days(setting, complaint.received_at));
  item.set("contested", complaint.contested());
  item.set("overdue", complaint.overdue(setting.now));
  const story::Promise* const next = story::find_next_due(complaint.promises);
  item.set("next_due_at", next == nullptr ? Value() : Value(util::format_utc(*next->due_at)));
  item.set("next_due", next == nullptr ? Value() : Value(std::string(record::name_of(next->kind))));
  item.set("owes", next == nullptr ? Value() : Value(std::string(story::name_of(next->debtor))));
  Value::List promises;
  for (const story::Promise& promise : complaint.promises) promises.push_back(promise_value(promise, setting.now));
  item.set("promises", std::move(promises));
}

Value rung_value(const story::Rung& rung) {
  Value value;
  value.set("record", rung.record);
  value.set("from_level", rung.from_level);
  value.set("to_level", rung.to_level);
  value.set("to", text_or_null(rung.to));
  value.set("by", text_or_null(rung.by));
  value.set("nature", text_or_null(rung.nature));
  value.set("trigger", text_or_null(rung.trigger));
  value.set("asked", text_or_null(rung.asked));
  value.set("why", text_or_null(rung.why));
  value.set("at", util::format_utc(rung.at));
  value.set("answer", text_or_null(rung.answer));
  value.set("answered_by", text_or_null(rung.answered_by));
  value.set("answer_why", text_or_null(rung.answer_why));
  value.set("answered_at", time_value(rung.answered_at));
  value.set("returned_by", text_or_null(rung.returned_by));
  value.set("return_why", text_or_null(rung.return_why));
  value.set("returned_at", time_value(rung.returned_at));
  value.set("overtaken", rung.overtaken);
  value.set("left_at", time_value(rung.left_at));
  return value;
}

Value records_value(const std::vector<story::Entry>& entries, const std::map<std::string, story::EntryState>& notes) {
  Value::List records;
  for (const story::Entry& entry : entries) {
    const auto state = notes.find(story::note_key(entry));
    Value record = exchange::record_to_value(entry.record, entry.provenance);
    record.set("struck", state != notes.end() && state->second.struck);
    if (state != notes.end() && !state->second.reported.empty()) {
      Value reported;
      reported.set("evidence", state->second.reported);
      reported.set("by", state->second.reported_by);
      record.set("reported", std::move(reported));
    }
    records.push_back(std::move(record));
  }
  return records;
}

Value conflicts_value(const std::vector<story::Conflict>& conflicts) {
  Value::List list;
  for (const story::Conflict& conflict : conflicts) {
    Value value;
    value.set("what", conflict.what);
    value.set("records", text_list(conflict.records));
    value.set("message", conflict.message);
    list.push_back(std::move(value));
  }
  return list;
}

}  // namespace

Value promise_value(const story::Promise& promise, util::Instant now) {
  Value value;
  value.set("promise", std::string(record::name_of(promise.kind)));
  value.set("of", promise.of);
  value.set("n", promise.n);
  value.set("record", story::reference_of(promise));
  value.set("debtor", std::string(story::name_of(promise.debtor)));
  value.set("who", text_or_null(promise.who));
  value.set("creditor", text_or_null(promise.creditor));
  value.set("what", text_or_null(promise.what));
  value.set("state", std::string(story::state_of(promise, now)));
  value.set("start_at", util::format_utc(promise.start_at));
  value.set("warn_at", time_value(promise.warn_at));
  value.set("due_at", time_value(promise.due_at));
  value.set("first_due_at", time_value(promise.first_due_at ? promise.first_due_at : promise.due_at));
  value.set("settled_at", time_value(promise.settled_at));
  value.set("settled_by", text_or_null(promise.settled_by));
  value.set("paused_seconds", promise.paused_seconds);
  value.set("late_seconds", story::late_seconds(promise, now));
  value.set("restated", promise.restated);
  value.set("cycle", promise.cycle);
  return value;
}

Value complaint_item(const Setting& setting, const story::Complaint& complaint) {
  Value item;
  item.set("id", complaint.id);
  item.set("short", setting.short_id(complaint.id));
  add_own_fields(item, complaint);
  add_customer_facts(item, complaint);
  add_state(setting, item, complaint);
  return item;
}

Value story_item(const Setting& setting, const story::Complaint& complaint) {
  Value item = complaint_item(setting, complaint);
  Value::List rungs;
  for (const story::Rung& rung : complaint.rungs) rungs.push_back(rung_value(rung));
  item.set("escalations", std::move(rungs));
  item.set("steps", plan_value(setting, complaint.steps));
  item.set("conflicts", conflicts_value(complaint.conflicts));
  item.set("records", records_value(complaint.entries, complaint.notes));
  return item;
}

Value customer_item(const story::Customer& customer) {
  Value item;
  item.set("id", customer.id);
  for (const char* key : {"name", "segment", "region", "manager", "merged_into"}) item.set(key, nullptr);
  for (const auto& [key, node] : customer.fields.entries) item.set(key, node_to_value(node));
  item.set("retired", customer.retired);
  item.set("contested", !customer.conflicts.empty());
  item.set("compliments", customer.compliments);
  return item;
}

Value customer_story_item(const Setting& setting, const story::Customer& customer) {
  Value item = customer_item(customer);
  Value::List promises;
  for (const story::Promise& promise : customer.promises) promises.push_back(promise_value(promise, setting.now));
  item.set("promises", std::move(promises));
  item.set("steps", plan_value(setting, customer.steps));
  item.set("conflicts", conflicts_value(customer.conflicts));
  item.set("records", records_value(customer.entries, customer.notes));
  return item;
}

}  // namespace crmtrack::view
