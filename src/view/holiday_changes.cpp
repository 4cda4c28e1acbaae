#include "view/holiday_changes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "calendar/date_text.hpp"
#include "policy/week_text.hpp"
#include "util/time.hpp"

namespace crmtrack::view {

namespace {

using document::Role;
using document::Value;

std::string place_text(const std::string& file, std::size_t line) { return fmt::format("{}:{}", file, line); }

ShownChange shown(std::string_view what, const calendar::HolidayChange& change, const std::string& file) {
  const bool is_half = change.kind == calendar::HolidayChange::Kind::exception;
  return {what,        calendar::format_date(change.date), change.text, is_half ? policy::format_day(change.hours) : "",
          change.note, place_text(file, change.line)};
}

ShownChange shown(std::string_view what, const calendar::NotTaken& event, const std::string& file) {
  return {what, "", event.summary, "", event.why, place_text(file, event.line)};
}

ShownChange shown(std::string_view what, const calendar::YearDifference& difference) {
  return {what, calendar::format_date(difference.date), difference.text, "", "", ""};
}

Role role_of_change(std::string_view change) {
  if (change == "added" || change == "retold") return Role::good;
  if (change == "known") return Role::dim;
  return change == "not_taken" || change == "without_effect" ? Role::warning : Role::plain;
}

/// `not taken`: the word as people read it.
std::string spaced(std::string_view word) {
  std::string text(word);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

}  // namespace

std::vector<ShownChange> shown_changes(const calendar::HolidayChanges& changes,
                                       const std::vector<calendar::NotTaken>& not_taken, const std::string& file) {
  std::vector<ShownChange> result;
  for (const auto& each : changes.added) result.push_back(shown("added", each, file));
  for (const auto& each : changes.retold) result.push_back(shown("retold", each, file));
  for (const auto& each : changes.known) result.push_back(shown("known", each, file));
  std::stable_sort(result.begin(), result.end(),
                   [](const ShownChange& a, const ShownChange& b) { return a.date < b.date; });
  for (const auto& each : not_taken) result.push_back(shown("not_taken", each, file));
  for (const auto& each : changes.without_effect) result.push_back(shown("without_effect", each, file));
  for (const auto& each : changes.only_in_plan) result.push_back(shown("only_in_calendar", each));
  for (const auto& each : changes.new_this_year) result.push_back(shown("new_this_year", each));
  for (const auto& each : changes.gone_since_last_year) result.push_back(shown("gone_since_last_year", each));
  return result;
}

document::Table holiday_changes_table(const std::vector<ShownChange>& changes) {
  using document::Align;
  document::Table table;
  table.columns = {{"change", "Change"},
                   {"date", "Date"},
                   {"text", "Text", Align::left, true, true},
                   {"hours", "Hours"},
                   {"note", "Note", Align::left, true, true},
                   {"place", "From", Align::left, true, true}};
  for (const ShownChange& each : changes)
    table.rows.push_back({{std::string(each.change), spaced(each.change), role_of_change(each.change)},
                          {each.date},
                          {each.text},
                          {each.hours},
                          {each.note},
                          {each.place}});
  return table;
}

Value holiday_change_item(const ShownChange& change) {
  Value item;
  const auto set = [&item](const char* key, const std::string& text) {
    item.set(key, text.empty() ? Value() : Value(text));
  };
  item.set("change", std::string(change.change));
  set("date", change.date);
  set("text", change.text);
  set("hours", change.hours);
  set("note", change.note);
  set("place", change.place);
  return item;
}

}  // namespace crmtrack::view
