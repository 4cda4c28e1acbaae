#include "render/field_selection.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "render/json.hpp"
#include "util/error.hpp"
#include "util/text/nearest.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::render {
namespace {

using document::Cell;
using document::Column;
using document::Listing;
using document::Table;
using document::Value;

[[noreturn]] void fail(const std::string& field, const std::vector<std::string>& known) {
  const auto near = util::nearest(field, known);
  const auto hint = near.empty() ? fmt::format("fields: {}", util::join(known, ", "))
                                 : fmt::format("did you mean {}?", util::join(near, ", "));
  throw util::Error{
      util::ErrorKind::usage, fmt::format("cannot print field '{}': there is none of that name", field), {hint}};
}

void add_keys(const Value& item, std::vector<std::string>& known) {
  const auto* object = std::get_if<Value::Object>(&item.data);
  if (object == nullptr) return;
  for (const auto& [key, value] : *object)
    if (std::find(known.begin(), known.end(), key) == known.end()) known.push_back(key);
}

std::string text_of(const Value* value) {
  if (value == nullptr || value->is_null()) return {};
  if (const auto* truth = std::get_if<bool>(&value->data)) return *truth ? "yes" : "no";  // as tables say it
  if (const auto* text = std::get_if<std::string>(&value->data)) return *text;
  return render_json(*value);
}

bool is_number(const Value* value) {
  return value != nullptr &&
         (std::holds_alternative<std::int64_t>(value->data) || std::holds_alternative<double>(value->data));
}

void move_column(const Table& from, std::size_t index, Table& to) {
  to.columns.push_back(from.columns[index]);
  to.columns.back().shown = true;
  to.columns.back().drops = 0;  // the user asked for it
  for (std::size_t row = 0; row < from.rows.size(); ++row)
    to.rows[row].push_back(index < from.rows[row].size() ? from.rows[row][index] : Cell{});
}

void add_key_column(const std::string& field, const std::vector<Value>& items, Table& to) {
  to.columns.push_back(Column{field, field, document::Align::left, true, false});
  for (std::size_t row = 0; row < to.rows.size(); ++row) {
    const Value* value = items[row].find(field);
    Cell cell;
    cell.text = text_of(value);
    cell.number = is_number(value);
    to.rows[row].push_back(std::move(cell));
  }
}

}  // namespace

Table select_columns(const Listing& listing, const std::vector<std::string>& fields) {
  const Table& table = listing.table;
  if (fields.empty()) return table;
  Table selected{table.name, {}, std::vector<std::vector<Cell>>(table.rows.size())};
  std::vector<Value> items;
  for (const auto& field : fields) {
    const auto column = std::find_if(table.columns.begin(), table.columns.end(),
                                     [&](const Column& candidate) { return candidate.key == field; });
    if (column != table.columns.end()) {
      move_column(table, static_cast<std::size_t>(column - table.columns.begin()), selected);
      continue;
    }
    for (auto row = items.size(); listing.item && row < table.rows.size(); ++row) items.push_back(listing.item(row));
    const bool known_somewhere =
        std::any_of(items.begin(), items.end(), [&](const Value& item) { return item.find(field) != nullptr; });
    // Of an empty list nobody can say which fields its items would have had.
    if (!table.rows.empty() && !known_somewhere) {
      std::vector<std::string> known;
      for (const auto& candidate : table.columns) known.push_back(candidate.key);
      if (!items.empty()) add_keys(items.front(), known);
      fail(field, known);
    }
    add_key_column(field, items, selected);
  }
  return selected;
}

void require_fields(const std::vector<std::string>& fields, std::size_t count,
                    const std::function<Value(std::size_t)>& item) {
  std::vector<std::string> known;
  const auto is_unknown = [&](const std::string& field) {
    return std::find(known.begin(), known.end(), field) == known.end();
  };
  auto missing = fields.begin();
  for (std::size_t i = 0; i < count && missing != fields.end(); ++i) {
    add_keys(item(i), known);
    missing = std::find_if(missing, fields.end(), is_unknown);
  }
  if (count > 0 && missing != fields.end()) fail(*missing, known);
}

Value select_keys(Value item, const std::vector<std::string>& fields) {
  if (fields.empty()) return item;
  Value::Object selected;
  for (const auto& field : fields) {
    const auto* value = item.find(field);
    selected.emplace_back(field, value == nullptr ? Value{} : *value);
  }
  return selected;
}

}  // namespace crmtrack::render
