#include "view/complaint_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "record/vocabulary.hpp"
#include "view/local_time.hpp"
#include "view/short_name.hpp"

namespace crmtrack::view {

using document::Align;
using document::Cell;
using document::Column;
using document::Role;

namespace {

/// The columns for a program: those of a list in a pipe, whose order scripts rely on.
std::vector<Column> program_columns() {
  return {{"id", "ID"},
          {"status", "Status"},
          {"severity", "Severity"},
          {"received_at", "Received"},
          {"customer", "Customer"},
          {"project", "Project"},
          {"reason", "Reason"},
          {"owner", "Owner"},
          {"level", "Lv", Align::right},
          {"overdue", "Late"},
          {"summary", "Summary"}};
}

std::vector<Cell> program_cells(const index::Row& row) {
  return {
      {row.id},      {row.status}, {row.severity}, {util::format_utc(row.received_at)}, {row.customer},
      {row.project}, {row.reason}, {row.owner},    {fmt::to_string(row.level)},         {row.overdue ? "yes" : "no"},
      {row.summary}};
}

constexpr std::size_t kLeastNext = 13;     // `18d late res…`
constexpr std::size_t kLeastStatus = 7;    // `invest…`
constexpr std::size_t kWholeCode = 63;     // a code is known by all of its letters
constexpr std::size_t kLeastSummary = 24;  // under which columns go

/// The columns for a person: one line a complaint at 80 columns, and more where there is room.
std::vector<Column> person_columns() {
  return {{"id", "ID"},
          {"contested", "!"},
          {"severity", "Severity", Align::left, true, false, 0, 2},
          {"age_days", "Age", Align::right, true, false, 0, 5},
          {"next_due_at", "Next", Align::left, true, true, kLeastNext, 1},
          {"status", "Status", Align::left, true, true, kLeastStatus, 3},
          {"customer", "Customer", Align::left, true, true, 8, 4},
          {"owner", "Owner", Align::left, true, true, 6, 6},
          {"level", "Lv", Align::right, true, false, 0, 7},
          {"project", "Project", Align::left, true, true, 8, 8},
          {"reason", "Reason", Align::left, true, true, kWholeCode, 9},
          {"received_at", "Received", Align::left, false},
          {"overdue", "Late", Align::left, false},
          {"summary", "Summary", Align::left, true, true, kLeastSummary}};
}

Role severity_role(const std::string& severity) {
  if (severity == "critical") return Role::bad;
  return severity == "high" ? Role::warning : Role::plain;
}

/// The word for a kind of promise that a table has room for.
std::string_view short_promise(std::string_view kind) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kShort{{{"acknowledge", "ack"},
                                                                                        {"first_response", "respond"},
                                                                                        {"resolution", "resolve"},
                                                                                        {"commitment", "promise"},
                                                                                        {"information", "info"},
                                                                                        {"final_response", "final"}}};
  for (const auto& [whole, word] : kShort)
    if (kind == whole) return word;
  return kind;
}

/// The party that owes it, where that is not us.
std::string_view debtor_part(std::string_view owes) {
  if (owes == "us") return "";
  return owes == "third_party" ? ", others" : ", customer";
}

/// `2d late ack`, `5h confirm, customer`: the time first, since a narrow terminal cuts the end, or shows the time
/// alone. Most of what is due is ours, and that goes without saying.
Cell next_cell(const Setting& setting, const index::Row& row) {
  const bool open = std::ranges::find(record::kOpenStatuses, row.status) != record::kOpenStatuses.end();
  if (!row.next_due_at) return {"", open ? "no date" : "-", Role::dim};
  const bool late = *row.next_due_at < setting.now;
  const auto left = late ? setting.now - *row.next_due_at : *row.next_due_at - setting.now;
  const std::string time = coarse_duration(left) + (late ? " late" : "");
  Cell cell{util::format_utc(*row.next_due_at),
            fmt::format("{} {}{}", time, short_promise(row.next_kind), debtor_part(row.owes)),
            late ? Role::bad : Role::plain};
  cell.brief = time;
  return cell;
}

std::vector<Cell> person_cells(const Setting& setting, const index::Row& row) {
  const std::string shown = setting.short_id(row.id);
  const auto age = age_in_days(setting, row.received_at);
  return {{row.id, shown, Role::id, shown.size()},
          {row.contested ? "yes" : "no", row.contested ? "!" : "-", row.contested ? Role::bad : Role::dim},
          {row.severity, "", severity_role(row.severity)},
          {fmt::to_string(age), fmt::format("{}d", age)},
          next_cell(setting, row),
          {row.status},
          {row.customer, shown_customer(setting, row.customer)},
          {row.owner, row.owner.substr(0, row.owner.find('@'))},
          {fmt::to_string(row.level), row.level == 0 ? "-" : ""},
          {row.project},
          {row.reason},
          {util::format_utc(row.received_at), util::format_date(setting.zone.date_of(row.received_at))},
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
  if (reader == Reader::program) {
    table.columns = program_columns();
    for (const index::Row& row : rows) table.rows.push_back(program_cells(row));
    return table;
  }
  table.columns = person_columns();
  for (const index::Row& row : rows) table.rows.push_back(person_cells(setting, row));
  hide_empty(table);
  return table;
}

}  // namespace crmtrack::view
