#include "render/table.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "render/style.hpp"
#include "util/text/safe.hpp"
#include "util/text/width.hpp"

namespace crmtrack::render {
namespace {

using document::Align;
using document::Cell;
using document::Column;
using document::Role;
using document::Table;

constexpr std::size_t kGap = 2;
constexpr std::size_t kBandIndent = 4;
constexpr std::size_t kNarrowest = 20;

/// A cell's text as people see it, measured once: most of the time a table takes goes into finding widths.
struct ShownCell {
  std::string text;
  std::size_t width = 0;
};
using ShownRow = std::vector<ShownCell>;

ShownCell show(const std::string& text) {
  ShownCell cell{util::visible_line(text), 0};
  cell.width = util::display_width(cell.text);
  return cell;
}

/// A cell for each column of the table; empty where the row has none or the column is hidden.
ShownRow show_row(const Table& table, const std::vector<Cell>& row) {
  ShownRow shown(table.columns.size());
  for (std::size_t i = 0; i < std::min(row.size(), shown.size()); ++i)
    if (table.columns[i].shown) shown[i] = show(row[i].shown.empty() ? row[i].text : row[i].shown);
  return shown;
}

ShownRow show_titles(const Table& table) {
  ShownRow titles;
  for (const Column& column : table.columns) titles.push_back(show(column.title));
  return titles;
}

struct FittedColumn {
  std::size_t index = 0;  ///< in the table
  std::size_t width = 0;
  std::size_t least = 0;
};
/// Columns that share a line. A table that does not fit even when shrunk has several lines a row: a column is never
/// left out, and never cut unless it may be.
using Band = std::vector<FittedColumn>;

std::size_t width_of(const Band& band, std::size_t FittedColumn::*member) {
  const auto sum = [&](std::size_t total, const FittedColumn& column) { return total + column.*member; };
  return std::accumulate(band.begin(), band.end(), band.empty() ? 0 : (band.size() - 1) * kGap, sum);
}

FittedColumn natural_column(const Column& column, std::size_t index, const std::vector<ShownRow>& rows,
                            std::size_t most) {
  std::size_t width = 0;
  for (const auto& row : rows) width = std::max(width, row[index].width);
  if (!column.shrinks) return {index, width, width};
  width = std::min(width, most);
  return {index, width, std::min(width, column.least)};
}

/// Takes columns from the widest that may shrink, until the band fits.
void shrink(Band& band, std::size_t width) {
  for (auto used = width_of(band, &FittedColumn::width); used > width; --used) {
    const auto spare = [](const FittedColumn& column) { return column.width > column.least ? column.width : 0; };
    const auto widest = std::max_element(
        band.begin(), band.end(), [&](const FittedColumn& a, const FittedColumn& b) { return spare(a) < spare(b); });
    if (widest == band.end() || spare(*widest) == 0) return;
    --widest->width;
  }
}

/// Fits a column to the brief forms of its cells, which take the place of the whole ones. The title stays.
void shorten(const Table& table, std::vector<ShownRow>& rows, FittedColumn& column) {
  std::size_t width = rows.front()[column.index].width;
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    ShownCell& cell = rows[i + 1][column.index];
    if (column.index < table.rows[i].size() && !table.rows[i][column.index].brief.empty())
      cell = show(table.rows[i][column.index].brief);
    width = std::max(width, cell.width);
  }
  column.width = std::min(column.width, width);
  column.least = std::min(column.least, width);
}

constexpr int kLastWanted = 5;  // columns that drop before others, by a greater number, make nobody shrink

/// The width that the chosen columns must have before one of rank `rank` may come.
std::size_t needed_width(const Table& table, const Band& chosen, int rank) {
  if (rank <= kLastWanted) return width_of(chosen, &FittedColumn::least);
  Band whole = chosen;
  for (FittedColumn& column : whole)
    if (table.columns[column.index].drops > 0) column.least = column.width;
  return width_of(whole, &FittedColumn::least);
}

/// The shown columns. Those that may drop are there as far as all fit beside one another, the most wanted first, and in
/// brief rather than not at all.
Band choose_columns(const Table& table, std::vector<ShownRow>& rows, std::size_t width) {
  Band wanted;
  for (std::size_t i = 0; i < table.columns.size(); ++i)
    if (table.columns[i].shown) wanted.push_back(natural_column(table.columns[i], i, rows, width));
  const auto rank = [&](const FittedColumn& column) { return table.columns[column.index].drops; };
  std::stable_sort(wanted.begin(), wanted.end(),
                   [&](const FittedColumn& a, const FittedColumn& b) { return rank(a) < rank(b); });
  Band chosen;
  for (const FittedColumn& column : wanted) {
    chosen.push_back(column);
    const auto fits = [&] { return needed_width(table, chosen, rank(column)) <= width; };
    if (rank(column) == 0 || fits()) continue;
    shorten(table, rows, chosen.back());
    if (!fits()) chosen.pop_back();
  }
  std::sort(chosen.begin(), chosen.end(),
            [](const FittedColumn& a, const FittedColumn& b) { return a.index < b.index; });
  return chosen;
}

std::vector<Band> fit(const Table& table, std::vector<ShownRow>& rows, std::size_t terminal_width) {
  const auto width = std::max(terminal_width, kNarrowest);
  std::vector<Band> bands(1);
  for (const FittedColumn& column : choose_columns(table, rows, width)) {
    bands.back().push_back(column);
    const auto room = width - (bands.size() > 1 ? kBandIndent : 0);
    if (bands.back().size() == 1 || width_of(bands.back(), &FittedColumn::least) <= room) continue;
    const auto moved = bands.back().back();
    bands.back().pop_back();
    bands.push_back({moved});
  }
  for (auto& band : bands) shrink(band, width - (&band == &bands.front() ? 0 : kBandIndent));
  return bands;
}

/// Of an id, the prefix that one must type stands out from the rest.
std::string paint_cell(const std::string& text, const Cell& cell, bool color) {
  if (!color || cell.bright == 0 || cell.bright >= text.size()) return paint(text, cell.role, color);
  return paint(text.substr(0, cell.bright), Role::id, true) + paint(text.substr(cell.bright), Role::dim, true);
}

class TableWriter {
 public:
  TableWriter(const Table& table, const Layout& layout) : table_(table), layout_(layout) {
    rows_.push_back(show_titles(table));
    for (const auto& row : table.rows) rows_.push_back(show_row(table, row));
    bands_ = fit(table, rows_, layout.width);
  }

  std::string write() {
    write_row(rows_.front(), [&](std::size_t, const std::string& text) { return paint_header(text, layout_.color); });
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      write_row(
          rows_[i + 1],
          [&](std::size_t column, const std::string& text) {
            return paint_cell(text, table_.rows[i][column], layout_.color);
          });
    }
    return std::move(out_);
  }

 private:
  template <class Paint>
  void write_row(const ShownRow& row, Paint paint_text) {
    for (const auto& band : bands_) {
      std::size_t owed = &band == &bands_.front() ? 0 : kBandIndent;  // blanks that only come before something
      for (const auto& fitted : band) {
        const auto& [text, width] = row[fitted.index];
        const bool fits = width <= fitted.width;
        const auto shorter = fits ? std::string{} : cut(text, fitted.width, layout_.utf8);
        const auto blanks = fitted.width - (fits ? width : util::display_width(shorter));
        const bool right = table_.columns[fitted.index].align == Align::right;
        if (right) owed += blanks;
        if (!text.empty()) {
          out_.append(std::exchange(owed, 0), ' ');
          out_ += paint_text(fitted.index, fits ? text : shorter);
        }
        owed += kGap + (right ? 0 : blanks);
      }
      out_ += '\n';
    }
  }

  const Table& table_;
  const Layout& layout_;
  std::vector<ShownRow> rows_;  ///< the titles first
  std::vector<Band> bands_;
  std::string out_;
};

}  // namespace

std::string render_table(const Table& table, const Layout& layout) {
  if (table.rows.empty()) return {};
  return TableWriter{table, layout}.write();
}

}  // namespace crmtrack::render
