#include "view/gaps.hpp"

#include <fmt/format.h>

#include "view/local_time.hpp"
#include "view/short_name.hpp"

namespace crmtrack::view {

using document::Align;
using document::Role;
using document::Value;

namespace {

std::string gap_name(const index::GapRow& row) { return std::string(index::kGaps[static_cast<std::size_t>(row.gap)]); }

std::vector<document::Cell> gap_cells(const Setting& setting, const index::GapRow& row, Reader reader) {
  std::vector<document::Cell> cells{{gap_name(row)}, {row.story.id}, {util::format_utc(row.since)},
                                    {row.severity},  {row.owner},    {row.customer},
                                    {row.promise},   {row.what},     {row.summary}};
  if (reader == Reader::program) return cells;
  cells[0].role = Role::warning;
  cells[1].shown = short_name(setting, row.story);
  cells[1].role = Role::id;
  cells[2].shown = fmt::format("{}d", age_in_days(setting, row.since));
  cells[4].shown = row.owner.empty() ? "nobody" : row.owner.substr(0, row.owner.find('@'));
  cells[7].shown = fmt::format("{} ({})", row.what, row.summary);
  return cells;
}

}  // namespace

document::Table gap_table(const Setting& setting, const std::vector<index::GapRow>& rows, Reader reader) {
  const bool for_people = reader == Reader::person;
  document::Table table{"gaps", {}, {}};
  table.columns = {{"gap", "Missing"},
                   {"complaint", for_people ? "ID" : "Complaint"},
                   {"since", "For", Align::left, true, false, 0, 2},
                   {"severity", "Severity", Align::left, true, false, 0, 3},
                   {"owner", "Owner", Align::left, true, true, 6, 4},
                   {"customer", "Customer", Align::left, true, true, 8, 5},
                   {"promise", "Promise", Align::left, !for_people},
                   {"what", "About", Align::left, true, true, 16, 1},
                   {"summary", "Summary", Align::left, !for_people}};
  for (const index::GapRow& row : rows) table.rows.push_back(gap_cells(setting, row, reader));
  return table;
}

Value gap_item(const Setting& setting, const index::GapRow& row) {
  const bool complaint = row.story.kind == record::StoryKind::complaint;
  const auto text = [](const std::string& value) { return value.empty() ? Value() : Value(value); };
  Value item;
  item.set("gap", gap_name(row));
  item.set("complaint", complaint ? Value(row.story.id) : Value());
  item.set("short", complaint ? Value(setting.short_id(row.story.id)) : Value());
  item.set("customer", text(row.customer));
  item.set("owner", text(row.owner));
  item.set("severity", text(row.severity));
  item.set("summary", text(row.summary));
  item.set("promise", text(row.promise));
  item.set("what", row.what);
  item.set("since", util::format_utc(row.since));
  return item;
}

}  // namespace crmtrack::view
