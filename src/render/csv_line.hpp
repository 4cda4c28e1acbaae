#pragma once

#include <string>
#include <vector>

namespace crmtrack::render {

/// A cell of CSV. A number that is none is written as a text.
struct CsvCell {
  std::string text;
  bool number = false;
};

/// One line of CSV (RFC 4180), its line feed included. Texts stand in quotes and numbers do not, so that a program can
/// tell `0012` from 12; an absent value is empty. Texts are guarded against what spreadsheets and terminals would do
/// with them, by the rule of util::guard_cell.
std::string render_csv_line(const std::vector<CsvCell>& cells);
/// The header: words without quotes where they need none.
std::string render_csv_header(const std::vector<std::string>& names);

}  // namespace crmtrack::render
