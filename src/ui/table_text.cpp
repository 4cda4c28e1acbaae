#include <algorithm>
#include <numeric>
#include <utility>

#include "ui/printer.hpp"
#include "ui/style.hpp"
#include "util/text.hpp"

namespace crmtrack::ui {
namespace {

using document::Align;
using document::Cell;
using document::Column;
using document::Role;
using document::Table;

constexpr std::size_t kGap = 2;
constexpr std::size_t kLeastWidth = 8;  // to which a column may shrink
constexpr std::size_t kBandIndent = 4;
constexpr std::size_t kNarrowest = 20;

std::string shown_text(const Cell& cell) { return util::visible_line(cell.shown.empty() ? cell.text : cell.shown); }

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

FittedColumn natural_column(const Table& table, std::size_t index, std::size_t most) {
  const Column& column = table.columns[index];
  std::size_t width = util::display_width(util::visible_line(column.title));
  for (const auto& row : table.rows) {
    if (index < row.size()) width = std::max(width, util::display_width(shown_text(row[index])));
  }
  if (!column.shrinks) return {index, width, width};
  width = std::min(width, most);
  return {index, width, std::min(width, kLeastWidth)};
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

std::vector<Band> fit(const Table& table, std::size_t terminal_width) {
  const auto width = std::max(terminal_width, kNarrowest);
  std::vector<Band> bands(1);
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    if (!table.columns[i].shown) continue;
    bands.back().push_back(natural_column(table, i, width));
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
  TableWriter(const Table& table, const Streams& streams)
      : table_(table), streams_(streams), bands_(fit(table, streams.width)) {}

  std::string write() {
    write_line([&](const FittedColumn& fitted) {
      const auto title = util::visible_line(table_.columns[fitted.index].title);
      return std::pair{title, paint_header(title, streams_.color)};
    });
    for (const auto& row : table_.rows) {
      write_line([&](const FittedColumn& fitted) { return cell_text(row, fitted); });
    }
    return std::move(out_);
  }

 private:
  /// The text, for its width, and how it is printed.
  std::pair<std::string, std::string> cell_text(const std::vector<Cell>& row, const FittedColumn& fitted) const {
    if (fitted.index >= row.size()) return {};
    const Cell& cell = row[fitted.index];
    const auto text = cut(shown_text(cell), fitted.width, streams_.utf8);
    return {text, paint_cell(text, cell, streams_.color)};
  }

  template <class Text>
  void write_line(Text text_of) {
    for (const auto& band : bands_) {
      std::string line(&band == &bands_.front() ? 0 : kBandIndent, ' ');
      std::size_t owed = 0;  // blanks that only come before something
      for (const auto& fitted : band) {
        const auto [text, painted] = text_of(fitted);
        const auto blanks = fitted.width - std::min(fitted.width, util::display_width(text));
        const bool right = table_.columns[fitted.index].align == Align::right;
        if (right) owed += blanks;
        if (!text.empty()) line.append(std::exchange(owed, 0), ' ') += painted;
        owed += kGap + (right ? 0 : blanks);
      }
      out_ += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
    }
  }

  const Table& table_;
  const Streams& streams_;
  std::vector<Band> bands_;
  std::string out_;
};

}  // namespace

std::string render_table(const Table& table, const Streams& streams) {
  if (table.rows.empty()) return {};
  return TableWriter{table, streams}.write();
}

}  // namespace crmtrack::ui
