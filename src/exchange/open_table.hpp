#pragma once

#include <string>
#include <string_view>

#include "exchange/csv.hpp"
#include "exchange/map.hpp"
#include "exchange/table_header.hpp"

namespace crmtrack::exchange {

/// A table's delimiter and header row.
struct OpenedTable {
  char delimiter = ',';
  CsvRow row;
};

/// Finds them: the delimiter is what the map states, else whichever fits the map, else what the first line has most of.
/// Throws Error(refused) naming `file` where there is no header or it cannot be read.
OpenedTable open_table(std::string_view text, const Map& map, const std::string& file);

/// Throws Error(refused) where the header lacks columns that the map requires, naming those and what is there.
void check_header(const TableHeader& header, const Map& map, const std::string& file);

}  // namespace crmtrack::exchange
