#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "index/sqlite/database.hpp"
#include "record/vocabulary.hpp"

/// Rows of queries by name: a query says which member of a row takes which column, and no position is written down.
namespace crmtrack::index {

/// A column of a query, and what of the row takes its value: a member, or a function that gives it.
template <class Target>
struct Read {
  std::string_view sql;  ///< a column or an expression
  Target target;
};
template <class Target>
Read(const char*, Target) -> Read<Target>;

// Values as SQLite gives them: of NULL 0, an empty text, or none. A string_view lasts until the next row.
inline void take_value(const Statement& row, int column, std::string& value) { value = row.view(column); }
inline void take_value(const Statement& row, int column, std::string_view& value) { value = row.view(column); }
inline void take_value(const Statement& row, int column, bool& value) { value = row.boolean(column); }
inline void take_value(const Statement& row, int column, double& value) { value = row.real(column); }
inline void take_value(const Statement& row, int column, util::Instant& value) { value = row.instant(column); }
/// Kept by its name.
inline void take_value(const Statement& row, int column, record::PromiseKind& value) {
  value = record::parse_promise_kind(row.view(column)).value();
}
template <class Number>
requires std::is_integral_v<Number> || std::is_enum_v<Number>
void take_value(const Statement& row, int column, Number& value) { value = static_cast<Number>(row.integer(column)); }
template <class Value>
void take_value(const Statement& row, int column, std::optional<Value>& value) {
  if (row.is_null(column))
    value.reset();
  else
    take_value(row, column, value.emplace());
}

/// The columns of a query.
template <class... Targets>
class Reading {
 public:
  constexpr explicit Reading(Read<Targets>... columns) : columns_(columns...) {}

  /// `SELECT` and the columns.
  [[nodiscard]] std::string select() const { return "SELECT " + columns(); }
  [[nodiscard]] std::string columns() const {
    std::string text;
    const auto add = [&](std::string_view sql) { text.append(text.empty() ? "" : ", ").append(sql); };
    std::apply([&](const auto&... column) { (add(column.sql), ...); }, columns_);
    return text;
  }
  /// Fills `row` from a statement whose columns from `first` on are these.
  template <class Row>
  void read(const Statement& statement, Row& row, int first = 0) const {
    std::apply([&](const auto&... column) { (take_value(statement, first++, std::invoke(column.target, row)), ...); },
               columns_);
  }
  [[nodiscard]] static constexpr int size() { return static_cast<int>(sizeof...(Targets)); }

 private:
  std::tuple<Read<Targets>...> columns_;
};

}  // namespace crmtrack::index
