#include "command/common/rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "command/common/item.hpp"
#include "command/common/lookup.hpp"
#include "render/json.hpp"
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

/// A column that says nothing in any row only takes room from the others.
void hide_empty(document::Table& table) {
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    const bool says = std::any_of(table.rows.begin(), table.rows.end(), [&](const std::vector<Cell>& row) {
      const Cell& cell = row[column];
      const std::string& shown = cell.shown.empty() ? cell.text : cell.shown;
      return !shown.empty() && shown != "-";
    });
    if (!says) table.columns[column].shown = false;
  }
}

}  // namespace

document::Table complaint_table(Context& context, const std::vector<index::Row>& rows) {
  document::Table table;
  table.columns = complaint_columns();
  for (const index::Row& row : rows) table.rows.push_back(complaint_cells(context, row, true));
  hide_empty(table);
  return table;
}

document::Listing complaint_listing(Context& context, const std::vector<index::Row>& rows) {
  document::Listing listing;
  listing.command = context.settings().command;
  listing.table.columns = complaint_columns();
  const bool for_people = context.out().format().for_people;
  for (const index::Row& row : rows) listing.table.rows.push_back(complaint_cells(context, row, for_people));
  if (for_people && context.settings().fields.empty()) hide_empty(listing.table);
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
  return render::render_json(value);
}

std::string local_time(Context& context, util::Instant time) {
  const std::string text = util::format_rfc3339(context.zone().at(time));
  return text.substr(0, 10) + " " + text.substr(11, 5);
}

}  // namespace crmtrack::command
