#include "target.hpp"

#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "exchange/csv.hpp"
#include "exchange/encoding.hpp"
#include "exchange/import.hpp"
#include "imported.hpp"
#include "util/error.hpp"
#include "util/text/utf8.hpp"

/// Tables: their bytes, their cells, and what an import makes of them. The first byte chooses the encoding, the second
/// the delimiter and the bounds, the third the map.
namespace crmtrack::fuzz {
namespace {

using namespace exchange;

constexpr const char* kEncodings[] = {"", "utf-8", "utf-16", "utf-16le", "utf-16be", "windows-1252", "iso-8859-1"};

struct Table {
  std::vector<std::vector<std::string>> rows;
  std::optional<CsvFault> fault;
};

bool is_order(const Position& earlier, const Position& later) { return earlier <= later; }

/// Places never go backwards, cells lie in their row, and no cell is larger than what it was read from.
void check_row(CsvReader& reader, const CsvRow& row, std::string_view text, const CsvOptions& options) {
  require(row.offset + row.text.size() <= text.size() && !row.cells.empty(), "a row that lies outside of its table");
  require(row.cells.size() == row.offsets.size() && row.cells.size() <= options.cells, "cells without a place");
  Position last = row.start;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    require(row.cells[i].size() <= row.text.size() && row.cells[i].size() <= options.cell_bytes, "a cell that grew");
    const Position place = reader.position_of(row, row.offsets[i]);
    require(is_order(last, place), "a cell that stands before the one before it");
    last = place;
  }
}

Table read_table(std::string_view text, const CsvOptions& options) {
  Table table;
  CsvReader reader(text, options);
  CsvRow row;
  for (std::size_t turns = 0; turns <= text.size() + 1; ++turns) {
    const std::size_t before = reader.offset();
    const auto read = reader.next(row);
    if (!read) {
      table.fault = read.error();
      require(table.fault->at.line > 0 && table.fault->at.column > 0 && !table.fault->message.empty(),
              "a fault without a place or reason");
      require(reader.offset() > before, "a reader that does not go on behind a fault");
      continue;
    }
    if (!*read) return table;
    require(reader.offset() > before, "a reader that does not go on");
    check_row(reader, row, text, options);
    table.rows.push_back(row.cells);
  }
  require(false, "a table without end");
  return table;
}

std::string write_table(const Table& table, char delimiter) {
  std::string text;
  for (const auto& row : table.rows) {
    for (const std::string& cell : row) {
      text += '"';
      for (const char c : cell) text += c == '"' ? "\"\"" : std::string(1, c);
      text += '"';
      text += delimiter;
    }
    text.back() = '\n';
  }
  return text;
}

/// Rows that are written with every cell in quotes are read as the same rows.
void check_cells(std::string_view text, CsvOptions options) {
  const Table table = read_table(text, options);
  options.row_bytes = 64U << 20;
  const Table again = read_table(write_table(table, options.delimiter), options);
  require(again.rows == table.rows && !again.fault, "rows that were written read as others");
}

std::optional<Decoded> decode(std::string_view bytes, const char* encoding) {
  try {
    return to_utf8(bytes, encoding);
  } catch (const util::Error& error) {
    require(error.what()[0] != '\0', "a refusal that says nothing");
    return std::nullopt;
  }
}

}  // namespace

void try_csv(std::string_view text) {
  Steering steering(text);
  const char* const encoding = kEncodings[steering.below(std::size(kEncodings))];
  const std::size_t form = steering.below(8);
  CsvOptions options{.delimiter = kDelimiters[form % 4]};
  if (form >= 4) options = {.delimiter = options.delimiter, .cell_bytes = 8, .row_bytes = 24, .cells = 4};
  const std::string_view map = steering.below(2) == 0 ? "cfpb" : "tickets";
  if (const auto decoded = decode(text, encoding)) {
    require(util::is_valid_utf8(decoded->text()), "text that is not UTF-8 after all");
    require(decoded->text().size() <= 3 * text.size() + 3, "text that grew beyond its encoding");
    (void)detect_delimiter(decoded->text());
    check_cells(decoded->text(), options);
  }
  check_import(text, shipped_map(map), encoding);
}

}  // namespace crmtrack::fuzz
