#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "exchange/map.hpp"
#include "exchange/table_header.hpp"
#include "util/time.hpp"
#include "yaml/node.hpp"

namespace crmtrack::exchange {

/// The reason why a row is bad, and the cell at fault.
struct RowFault {
  std::optional<std::size_t> cell;
  std::string message;
};

/// The content of a row, read by the map: fields and times, not yet records.
struct RowContent {
  struct Further {
    const RecordRule* rule = nullptr;
    util::Timestamp at;
    yaml::Node fields;
  };
  std::string id;  ///< empty: the row has none of its own
  util::Timestamp at;
  yaml::Node fields;
  std::map<std::string, std::string> titles;  ///< of the fields that became slugs: the table's names for them
  std::vector<Further> further;
};

/// Values that a map did not expect, each reported once with its number.
class Surprises {
 public:
  void add(const std::string& message);
  [[nodiscard]] std::vector<std::string> lines() const;

 private:
  std::vector<std::string> order_;
  std::map<std::string, std::size_t> counts_;
};

/// Reads the rows of one table by a map.
class RowReader {
 public:
  RowReader(const Map& map, const TableHeader& header);
  /// Reads a row. It changes the cells: their line ends become LF, the guard of
  /// export csv comes off, and those that say nothing become empty.
  [[nodiscard]] tl::expected<RowContent, RowFault> read(std::vector<std::string>& cells);
  /// A digest of a row's content, whatever the order of its columns: the id of a row that has none.
  [[nodiscard]] std::string content_id(const std::vector<std::string>& cells) const;
  /// The cell that a field of the complaint came from, for messages.
  [[nodiscard]] std::optional<std::size_t> cell_of(std::string_view field) const;
  [[nodiscard]] Surprises& surprises() { return surprises_; }

 private:
  using Cells = std::vector<std::string>;
  struct Bound {
    const FieldSource* source = nullptr;
    std::vector<ColumnCells> columns;
  };
  struct Test {
    const Condition* condition = nullptr;
    ColumnCells cells;
  };
  struct Rule {
    const RecordRule* rule = nullptr;
    std::vector<Test> when, unless;
    Bound at;
    std::vector<Bound> fields, set;
  };
  struct Text {
    std::string text;
    std::optional<std::size_t> cell;
  };
  using Field = tl::expected<std::optional<yaml::Node>, RowFault>;

  [[nodiscard]] Bound bind(const FieldSource& source) const;
  [[nodiscard]] std::vector<Bound> bind(const std::vector<FieldSource>& sources) const;
  [[nodiscard]] std::vector<Test> bind(const std::vector<Condition>& conditions) const;
  void clean(Cells& cells) const;
  void check_expected(const Cells& cells);
  [[nodiscard]] Text text_of(const Bound& bound, const Cells& cells) const;
  [[nodiscard]] tl::expected<Text, RowFault> translated(const Bound& bound, const Cells& cells);
  [[nodiscard]] Field value_of(const Bound& bound, const Cells& cells, std::string* title);
  [[nodiscard]] tl::expected<std::optional<util::Timestamp>, RowFault> time_of(const Bound& bound, const Cells& cells);
  [[nodiscard]] tl::expected<util::Timestamp, RowFault> received_of(const Cells& cells);
  [[nodiscard]] tl::expected<yaml::Node, RowFault> fields_of(const std::vector<Bound>& bound, const Cells& cells,
                                                             std::map<std::string, std::string>* titles);
  [[nodiscard]] bool holds(const Test& test, const Cells& cells) const;
  [[nodiscard]] bool applies(const Rule& rule, const Cells& cells) const;
  [[nodiscard]] tl::expected<RowContent::Further, RowFault> read_further(const Rule& rule, const Cells& cells,
                                                                         const util::Timestamp& received);
  void keep_unknown(const Cells& cells, yaml::Node& fields) const;

  const Map& map_;
  const TableHeader& header_;
  std::optional<Bound> id_;
  Bound at_;
  std::vector<Bound> fields_;
  std::vector<Rule> rules_;
  std::vector<Test> expected_;
  std::vector<Condition> expected_conditions_;
  std::vector<DateForm> forms_;
  Surprises surprises_;
};

}  // namespace crmtrack::exchange
