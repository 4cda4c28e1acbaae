#include "render/delimited.hpp"

#include "document/value.hpp"
#include "render/csv_line.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::render {
namespace {

using document::Table;

/// A cell that cannot break its line: tab, line feed, CR and backslash are escaped, other control characters made
/// visible.
std::string tsv_cell(std::string_view text) {
  if (text.find('\\') == std::string_view::npos) return util::visible_line(text);
  std::string escaped;
  for (const char c : text) escaped.append(c == '\\' ? 2 : 1, c);
  return util::visible_line(escaped);
}

template <class Write>
void for_each_shown(const Table& table, const std::vector<document::Cell>& row, Write write) {
  static const document::Cell kNone;
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (table.columns[i].shown) write(i < row.size() ? row[i] : kNone);
}

}  // namespace

std::string render_tsv(const Table& table) {
  std::string text;
  for (const auto& row : table.rows) {
    const auto begin = text.size();
    for_each_shown(table, row, [&](const document::Cell& cell) {
      text += tsv_cell(cell.text);
      text += '\t';
    });
    if (text.size() > begin) text.back() = '\n';
  }
  return text;
}

std::string render_csv(const Table& table) {
  std::vector<std::string> cells;
  for (const auto& column : table.columns)
    if (column.shown) cells.push_back(util::visible_block(column.key));
  if (cells.empty()) return {};
  std::string text = render_csv_line(cells);
  for (const auto& row : table.rows) {
    cells.clear();
    for_each_shown(table, row, [&](const document::Cell& cell) { cells.push_back(util::visible_block(cell.text)); });
    text += render_csv_line(cells);
  }
  return text;
}

}  // namespace crmtrack::render
