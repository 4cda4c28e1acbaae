#pragma once

#include <string>
#include <vector>

namespace crmtrack::render {

/// One line of CSV (RFC 4180), its line feed included, guarded against formula injection: a cell that begins with = + -
/// @ tab or CR gets a leading apostrophe unless it is a number.
std::string render_csv_line(const std::vector<std::string>& cells);

}  // namespace crmtrack::render
