#include "view/complaint_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "util/id.hpp"

namespace crmtrack::view {

using document::Align;
using document::Cell;
using document::Column;
using document::Role;

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

std::vector<Cell> complaint_cells(const Setting& setting, const index::Row& row, bool for_people) {
  const std::string shown = for_people ? setting.short_id(row.id) : std::string();
  return {
      {row.id, shown, Role::id, shown.size()},
      {row.status, row.contested ? row.status + "!" : "", row.contested ? Role::bad : Role::plain},
      {row.severity, "", severity_role(row.severity)},
      {util::format_utc(row.received_at), for_people ? util::format_date(setting.zone.date_of(row.received_at)) : ""},
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

document::Table complaint_table(const Setting& setting, const std::vector<index::Row>& rows, Reader reader) {
  document::Table table;
  table.columns = complaint_columns();
  const bool for_people = reader == Reader::person;
  for (const index::Row& row : rows) table.rows.push_back(complaint_cells(setting, row, for_people));
  if (for_people) hide_empty(table);
  return table;
}

}  // namespace crmtrack::view
