#include "command/common/rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "command/common/item.hpp"
#include "command/common/lookup.hpp"
#include "util/error.hpp"
#include "util/id.hpp"
#include "util/text.hpp"

namespace crmtrack::command {

using document::Align;
using document::Cell;
using document::Column;
using document::Role;
using document::Value;

namespace {

std::vector<Column> complaint_columns() {
  return {{"id", "ID"},
          {"status", "Status"},
          {"severity", "Severity"},
          {"received_at", "Received"},
          {"customer", "Customer", Align::left, true, true},
          {"project", "Project", Align::left, true, true},
          {"reason", "Reason", Align::left, true, true},
          {"owner", "Owner", Align::left, true, true},
          {"level", "Lv", Align::right},
          {"overdue", "Late"},
          {"summary", "Summary", Align::left, true, true}};
}

Role severity_role(const std::string& severity) {
  if (severity == "critical") return Role::bad;
  return severity == "high" ? Role::warning : Role::plain;
}

std::vector<Cell> complaint_cells(Context& context, const index::Row& row, bool for_people) {
  const std::string shown = for_people ? short_id(context, row.id) : std::string();
  return {
      {row.id, shown, Role::id, shown.size()},
      {row.status, row.contested ? row.status + "!" : "", row.contested ? Role::bad : Role::plain},
      {row.severity, "", severity_role(row.severity)},
      {util::format_utc(row.received_at), for_people ? util::format_date(context.zone().date_of(row.received_at)) : ""},
      {row.customer},
      {row.project},
      {row.reason},
      {row.owner},
      {fmt::to_string(row.level), row.level == 0 ? "-" : ""},
      {row.overdue ? "yes" : "no", row.overdue ? "late" : "-", row.overdue ? Role::bad : Role::dim},
      {row.summary}};
}

/// Adds the columns that --fields names and the table does not have, from the items.
void add_asked_columns(Context& context, document::Table& table, const std::vector<index::Row>& rows) {
  for (const std::string& field : context.settings().fields) {
    const bool known = std::any_of(table.columns.begin(), table.columns.end(),
                                   [&](const Column& column) { return column.key == field; });
    if (known || rows.empty()) continue;
    std::vector<std::string> texts;
    bool somewhere = false;
    for (const index::Row& row : rows) {
      const Value item = complaint_item(context, load_complaint(context, row.id));
      const Value* value = item.find(field);
      somewhere = somewhere || value != nullptr;
      texts.push_back(value == nullptr ? std::string() : cell_text(*value));
    }
    if (!somewhere) continue;  // the printer names the field as unknown
    table.columns.push_back({field, field, Align::left, false, true});
    for (std::size_t i = 0; i < rows.size(); ++i) table.rows[i].push_back({texts[i]});
  }
}

}  // namespace

document::Listing complaint_listing(Context& context, const std::vector<index::Row>& rows) {
  document::Listing listing;
  listing.command = context.settings().command;
  listing.table.columns = complaint_columns();
  const bool for_people = !context.out().is_machine();
  for (const index::Row& row : rows) listing.table.rows.push_back(complaint_cells(context, row, for_people));
  const ui::Format format = context.out().format();
  if (format == ui::Format::table || format == ui::Format::tsv || format == ui::Format::csv ||
      format == ui::Format::markdown)
    add_asked_columns(context, listing.table, rows);
  listing.item = [&context, ids = std::vector<index::Row>(rows)](std::size_t row) {
    return complaint_item(context, load_complaint(context, ids[row].id));
  };
  return listing;
}

std::optional<std::size_t> limit_of(const Invocation& invocation) {
  const auto text = invocation.find("limit");
  if (!text) return std::nullopt;
  std::size_t limit = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), limit);
  if (error != std::errc() || end != text->data() + text->size())
    throw util::Error(util::ErrorKind::usage, fmt::format("cannot read --limit '{}': a whole number", *text));
  return limit;
}

std::vector<std::string> sort_keys(const Invocation& invocation) {
  std::vector<std::string> keys;
  for (const std::string& text : invocation.all("sort"))
    for (const std::string& key : util::split(text, ',')) keys.push_back(key);
  return keys;
}

std::string cell_text(const Value& value) {
  if (value.is_null()) return {};
  if (const auto* text = std::get_if<std::string>(&value.data)) return *text;
  if (const auto* list = std::get_if<Value::List>(&value.data)) {
    std::vector<std::string> parts;
    for (const Value& item : *list) parts.push_back(cell_text(item));
    return util::join(parts, ",");
  }
  if (const auto* flag = std::get_if<bool>(&value.data)) return *flag ? "yes" : "no";
  return document::to_json(value);
}

std::string local_time(Context& context, util::Instant time) {
  const std::string text = util::format_rfc3339(context.zone().at(time));
  return text.substr(0, 10) + " " + text.substr(11, 5);
}

}  // namespace crmtrack::command
