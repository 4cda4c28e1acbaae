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
    if (table.columns[i].shown) write(table.columns[i], i < row.size() ? row[i] : kNone);
}

/// Ends a line whose cells each have a tab behind them.
void end_line(std::size_t begin, std::string& text) {
  if (text.size() > begin) text.back() = '\n';
}

}  // namespace

std::string render_tsv_header(const Table& table) {
  std::string text;
  for (const document::Column& column : table.columns)
    if (column.shown) text += tsv_cell(column.key) + '\t';
  end_line(0, text);
  return text;
}

std::string render_tsv(const Table& table) {
  std::string text;
  for (const auto& row : table.rows) {
    const auto begin = text.size();
    for_each_shown(table, row, [&](const document::Column&, const document::Cell& cell) {
      text += tsv_cell(cell.text);
      text += '\t';
    });
    end_line(begin, text);
  }
  return text;
}

std::string render_csv(const Table& table) {
  std::vector<std::string> names;
  for (const document::Column& column : table.columns)
    if (column.shown) names.push_back(column.key);
  if (names.empty()) return {};
  std::string text = render_csv_header(names);
  std::vector<CsvCell> cells;
  for (const auto& row : table.rows) {
    cells.clear();
    for_each_shown(table, row, [&](const document::Column& column, const document::Cell& cell) {
      cells.push_back({cell.text, cell.number || column.align == document::Align::right});
    });
    text += render_csv_line(cells);
  }
  return text;
}

}  // namespace crmtrack::render
