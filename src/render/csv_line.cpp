#include "render/csv_line.hpp"

#include <charconv>
#include <string_view>

#include "util/text/cell_guard.hpp"

namespace crmtrack::render {
namespace {

/// `12`, `-12.50`, `1e-05`.
bool is_number(std::string_view text) {
  if (text.empty() || text.find_first_not_of("0123456789+-.e") != std::string_view::npos) return false;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size();
}

void append_quoted(std::string_view cell, std::string& line) {
  line += '"';
  for (const char c : cell) {
    if (c == '"') line += '"';
    line += c;
  }
  line += '"';
}

void append_cell(const CsvCell& cell, std::string& line) {
  if (cell.text.empty()) return;
  if (cell.number && is_number(cell.text))
    line += cell.text;
  else
    append_quoted(util::guard_cell(cell.text), line);
}

void append_name(const std::string& name, std::string& line) {
  const std::string guarded = util::guard_cell(name);
  if (guarded.find_first_of(",\"\r\n") == std::string::npos && !guarded.starts_with(' ') && !guarded.ends_with(' '))
    line += guarded;
  else
    append_quoted(guarded, line);
}

template <class Cell>
std::string line_of(const std::vector<Cell>& cells, void (*append)(const Cell&, std::string&)) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ',';
    append(cells[i], line);
  }
  // A line with one empty cell would be no line at all to most readers.
  if (cells.size() == 1 && line.empty()) line = "\"\"";
  line += '\n';
  return line;
}

}  // namespace

std::string render_csv_line(const std::vector<CsvCell>& cells) { return line_of(cells, append_cell); }
std::string render_csv_header(const std::vector<std::string>& names) { return line_of(names, append_name); }

}  // namespace crmtrack::render
