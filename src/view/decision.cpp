#include "view/decision.hpp"

#include <fmt/format.h>

#include <string>

#include "util/text/parts.hpp"
#include "view/local_time.hpp"
#include "view/text_or_null.hpp"

namespace crmtrack::view {

using document::Align;
using document::Role;
using document::Value;

namespace {

/// `open`, `overdue`, or `reviewed` where nobody has to look again.
std::string state_of(const Setting& setting, const story::Decision& decision) {
  const story::Promise* const review = story::find_review(decision);
  if (review == nullptr || !story::is_open(*review)) return "reviewed";
  return std::string(story::state_of(*review, setting.now));
}

Role role_of(std::string_view state) {
  if (state == "overdue") return Role::bad;
  return state == "reviewed" ? Role::good : Role::plain;
}

/// The time of the open review, else nothing.
std::optional<util::Instant> next_review(const story::Decision& decision) {
  const story::Promise* const review = story::find_review(decision);
  return review != nullptr && story::is_open(*review) ? review->due_at : std::nullopt;
}

std::string day_of(const Setting& setting, const std::optional<util::Instant>& time) {
  return time ? local_time(setting.zone, *time).substr(0, 10) : std::string();
}

std::string newest_result(const story::Decision& decision) {
  return decision.reviews.empty() ? std::string() : decision.reviews.back().result;
}

Value time_or_null(const std::optional<util::Instant>& time) { return time ? Value(util::format_utc(*time)) : Value(); }

void tell_review(const Setting& setting, const story::DecisionReview& review, document::Lines& told) {
  std::string head = fmt::format("{}  {}", local_time(setting.zone, review.at), review.by);
  if (review.review_on) head += fmt::format(", again on {}", day_of(setting, review.review_on));
  told.lines.push_back({{std::move(head), Role::strong}});
  for (const std::string& line : util::split(std::string(util::trim(review.result)), '\n'))
    told.lines.push_back({{"  " + line}});
}

}  // namespace

document::Table decision_table(const Setting& setting, const std::vector<story::Decision>& decisions, Reader reader) {
  const bool for_people = reader == Reader::person;
  document::Table table;
  table.columns = {{"id", "ID"},
                   {"at", "Decided"},
                   {"owner", "Owner", Align::left, true, true, 6, 4},
                   {"review_on", "Review"},
                   {"state", "State"},
                   {"measure", "Measure", Align::left, true, true, 10, 2},
                   {"text", "Decision", Align::left, true, true, 16, 0},
                   {"result", "Result", Align::left, true, true, 10, 1}};
  for (const story::Decision& decision : decisions) {
    const std::string state = state_of(setting, decision);
    const auto next = next_review(decision);
    table.rows.push_back({{decision.id, for_people ? setting.short_id(decision.id) : "", Role::id},
                          {util::format_utc(decision.at), day_of(setting, decision.at)},
                          {decision.owner, decision.owner.substr(0, decision.owner.find('@'))},
                          {next ? util::format_utc(*next) : "", next ? day_of(setting, next) : "-"},
                          {state, "", role_of(state)},
                          {decision.measure},
                          {decision.text},
                          {newest_result(decision)}});
  }
  return table;
}

Value decision_item(const Setting& setting, const story::Decision& decision) {
  Value::List reviews;
  for (const story::DecisionReview& review : decision.reviews) {
    Value each;
    each.set("record", review.record);
    each.set("at", util::format_utc(review.at));
    each.set("by", review.by);
    each.set("result", review.result);
    each.set("review_on", time_or_null(review.review_on));
    reviews.push_back(std::move(each));
  }
  Value item;
  item.set("id", decision.id);
  item.set("short", setting.short_id(decision.id));
  item.set("record", decision.record);
  item.set("at", util::format_utc(decision.at));
  item.set("by", decision.by);
  item.set("owner", decision.owner);
  item.set("text", decision.text);
  item.set("measure", text_or_null(decision.measure));
  item.set("report", text_or_null(decision.report));
  item.set("review_on", time_or_null(next_review(decision)));
  item.set("state", state_of(setting, decision));
  item.set("result", text_or_null(newest_result(decision)));
  item.set("reviews", std::move(reviews));
  return item;
}

document::Document decision_document(const Setting& setting, const story::Decision& decision) {
  document::Document document;
  const std::string text(util::trim(decision.text));
  const std::string title = text.substr(0, text.find('\n'));
  document.add(document::Heading{fmt::format("{}  {}", setting.short_id(decision.id), title), 1});
  document::Figures figures;
  const auto add = [&](const char* label, std::string value, Role role = Role::plain) {
    if (!value.empty()) figures.items.push_back({label, std::move(value), "", role});
  };
  const std::string state = state_of(setting, decision);
  add("state", state, role_of(state));
  add("decided", fmt::format("{} by {}", local_time(setting.zone, decision.at), decision.by));
  add("owner", decision.owner);
  add("measure", decision.measure);
  add("report", decision.report);
  add("review", day_of(setting, next_review(decision)));
  document.add(std::move(figures));
  if (text.size() > title.size()) {
    document.add(document::Heading{"Text", 2});
    document::Lines lines;
    for (const std::string& line : util::split(text, '\n')) lines.lines.push_back({{"  " + line}});
    document.add(std::move(lines));
  }
  if (decision.reviews.empty()) return document;
  document.add(document::Heading{"Reviews", 2});
  document::Lines told;
  for (const story::DecisionReview& review : decision.reviews) tell_review(setting, review, told);
  document.add(std::move(told));
  return document;
}

}  // namespace crmtrack::view
