#include "exchange/table_header.hpp"

#include <algorithm>
#include <array>

#include "record/kinds.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"
#include "util/text/slug.hpp"

namespace crmtrack::exchange {
namespace {

/// Names that mean something else beside a complaint's own fields, in the file or in JSON.
constexpr std::array<std::string_view, 36> kTaken{"id",
                                                  "short",
                                                  "kind",
                                                  "type",
                                                  "at",
                                                  "by",
                                                  "after",
                                                  "key",
                                                  "own",
                                                  "recorded_at",
                                                  "author",
                                                  "commit",
                                                  "status",
                                                  "owner",
                                                  "level",
                                                  "peak_level",
                                                  "cycle",
                                                  "received_at",
                                                  "resolved_at",
                                                  "closed_at",
                                                  "acknowledged_at",
                                                  "responded_at",
                                                  "age_days",
                                                  "contested",
                                                  "overdue",
                                                  "promises",
                                                  "records",
                                                  "conflicts",
                                                  "outcome",
                                                  "code",
                                                  "cause",
                                                  "systemic",
                                                  "redress",
                                                  "accepted_by",
                                                  "redress_amount",
                                                  "redress_currency"};

/// `ZIP code` → `zip_code`, `:@computed_region_1` → `computed_region_1`.
std::string to_field(std::string_view header) {
  std::string field;
  for (const char c : util::to_lower_ascii(header))
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      field += c;
    else if (!field.empty() && field.back() != '_')
      field += '_';
  while (!field.empty() && field.back() == '_') field.pop_back();
  if (field.empty() && !util::trim(header).empty()) {
    field = util::to_slug(header);
    std::replace(field.begin(), field.end(), '-', '_');
  }
  return field;
}

void append(std::vector<std::string>& columns, const std::vector<FieldSource>& sources) {
  for (const FieldSource& source : sources) columns.insert(columns.end(), source.columns.begin(), source.columns.end());
}

void append(std::vector<std::string>& columns, const std::vector<Condition>& conditions) {
  for (const Condition& condition : conditions) columns.push_back(condition.column);
}

}  // namespace

std::vector<std::string> columns_used(const Map& map) {
  std::vector<std::string> columns = map.ignored;
  append(columns, {map.at});
  append(columns, map.fields);
  if (map.id) append(columns, {*map.id});
  for (const RecordRule& rule : map.records) {
    append(columns, {rule.at});
    append(columns, rule.fields);
    append(columns, rule.set);
    append(columns, rule.when);
    append(columns, rule.unless);
  }
  return columns;
}

TableHeader::TableHeader(std::vector<std::string> names, const Map& map) : map_(map), names_(std::move(names)) {
  for (std::size_t cell = 0; cell < names_.size(); ++cell) by_name_[fold_name(names_[cell])].push_back(cell);
  keep_unknown();
}

ColumnCells TableHeader::cells_of(const std::string& column) const {
  ColumnCells cells;
  const auto add = [&](const std::string& header) {
    const auto found = by_name_.find(fold_name(header));
    if (found != by_name_.end() && std::find(cells.begin(), cells.end(), found->second) == cells.end())
      cells.push_back(found->second);
  };
  const auto alias = map_.columns.find(column);
  if (alias == map_.columns.end())
    add(column);
  else
    std::for_each(alias->second.begin(), alias->second.end(), add);
  return cells;
}

std::vector<std::string> TableHeader::missing() const {
  std::vector<std::string> columns;
  for (const std::string& column : map_.required)
    if (cells_of(column).empty()) columns.push_back(column);
  const auto& at = map_.at.columns;  // some date of receipt is always needed
  const auto is_absent = [this](const std::string& column) { return cells_of(column).empty(); };
  if (columns.empty() && !map_.at.constant && std::all_of(at.begin(), at.end(), is_absent))
    columns.push_back(at.front());
  return columns;
}

std::vector<bool> TableHeader::used_cells() const {
  std::vector<bool> used(names_.size(), false);
  for (const std::string& column : columns_used(map_)) {
    // Of several names that a column may have, what stands under the others is kept as it is.
    if (const ColumnCells cells = cells_of(column); !cells.empty())
      for (const std::size_t cell : cells.front()) used[cell] = true;
  }
  return used;
}

void TableHeader::keep_unknown() {
  const std::vector<bool> used = used_cells();
  for (std::size_t cell = 0; cell < names_.size(); ++cell) {
    const auto& cells = by_name_.at(fold_name(names_[cell]));
    if (used[cell] || cells.front() != cell) continue;
    kept_.push_back({names_[cell], free_field(names_[cell], cell), cells});
  }
}

std::string TableHeader::free_field(const std::string& header, std::size_t cell) const {
  std::string field = to_field(header);
  if (field.empty()) field = "column_" + std::to_string(cell + 1);
  const auto is_taken = [&](const std::string& name) {
    const auto in_map = [&](const FieldSource& source) { return source.field == name; };
    const auto in_kept = [&](const KeptColumn& column) { return column.field == name; };
    return std::find(kTaken.begin(), kTaken.end(), name) != kTaken.end() ||
           record::find_field(record::Kind::complaint, name) != nullptr ||
           std::any_of(map_.fields.begin(), map_.fields.end(), in_map) ||
           std::any_of(kept_.begin(), kept_.end(), in_kept);
  };
  if (is_taken(field)) field = "column_" + field;
  std::string name = field;
  for (int count = 2; is_taken(name); ++count) name = field + "_" + std::to_string(count);
  return name;
}

}  // namespace crmtrack::exchange
