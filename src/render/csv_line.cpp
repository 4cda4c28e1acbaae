#include "render/csv_line.hpp"

#include <charconv>
#include <string_view>

namespace crmtrack::render {
namespace {

/// `-12.50`, `+3`, `1e5`: what a spreadsheet takes for a number and not for a formula.
bool is_number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  if (text.empty() || text.find_first_not_of("0123456789+-.eE") != std::string_view::npos) return false;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size();
}

/// A spreadsheet runs a cell that begins like this (OWASP, CSV injection).
bool is_formula(std::string_view cell) {
  return !cell.empty() && std::string_view{"=+-@\t\r"}.find(cell.front()) != std::string_view::npos && !is_number(cell);
}

bool needs_quotes(std::string_view cell) {
  return cell.find_first_of(",\"\r\n") != std::string_view::npos || cell.starts_with(' ') || cell.ends_with(' ');
}

void append_cell(std::string_view cell, std::string& line) {
  const bool quotes = needs_quotes(cell);
  if (quotes) line += '"';
  if (is_formula(cell)) line += '\'';
  for (const char c : cell) {
    if (c == '"') line += '"';
    line += c;
  }
  if (quotes) line += '"';
}

}  // namespace

std::string render_csv_line(const std::vector<std::string>& cells) {
  // A line with one empty cell would be no line at all to most readers.
  if (cells.size() == 1 && cells.front().empty()) return "\"\"\n";
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ',';
    append_cell(cells[i], line);
  }
  line += '\n';
  return line;
}

}  // namespace crmtrack::render
