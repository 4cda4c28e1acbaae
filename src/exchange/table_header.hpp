#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/map.hpp"

namespace crmtrack::exchange {

/// The cells that may hold a column's value, in the order in which they are tried; each is one header name's, which a
/// table may have several times.
using ColumnCells = std::vector<std::vector<std::size_t>>;

/// A column that the map does not know: kept as a field of the complaint.
struct KeptColumn {
  std::string header, field;
  std::vector<std::size_t> cells;
};

/// A table's header line, matched with a map.
class TableHeader {
 public:
  TableHeader(std::vector<std::string> names, const Map& map);

  [[nodiscard]] std::size_t size() const { return names_.size(); }
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  /// The cells of a column, by its name in the map or its header name; empty where the table has none.
  [[nodiscard]] ColumnCells cells_of(const std::string& column) const;
  /// The columns that the map requires and the table lacks.
  [[nodiscard]] std::vector<std::string> missing() const;
  [[nodiscard]] const std::vector<KeptColumn>& kept() const { return kept_; }

 private:
  void keep_unknown();
  [[nodiscard]] std::vector<bool> used_cells() const;
  [[nodiscard]] std::string free_field(const std::string& header, std::size_t cell) const;

  const Map& map_;
  std::vector<std::string> names_;
  std::map<std::string, std::vector<std::size_t>> by_name_;  ///< folded header name → cells
  std::vector<KeptColumn> kept_;
};

/// All columns that a map reads, by the names it uses.
std::vector<std::string> columns_used(const Map& map);

}  // namespace crmtrack::exchange
