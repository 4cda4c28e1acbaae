#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "index/schema/row_sink.hpp"
#include "util/time.hpp"

/// The tables of the index as lists of columns. A table's one list makes its `CREATE TABLE`, its `INSERT` with
/// the values, the columns of its view, and for complaints the keys of filters and of `--sort`.
namespace crmtrack::index {

/// Which schema a table is made in: the file, or the connection's temporary one, which shadows it.
enum class Place { file, temporary };

/// How the view shows a column.
struct Shown {
  enum class How { not_at_all, itself, expression, time } how = How::not_at_all;
  std::string_view sql = {};  ///< of an expression; of a time the column of Unix seconds. `{now}` is the view's moment
  int place = 0;              ///< columns of a higher place stand behind those of a lower one
  std::string_view type = "TEXT";  ///< of an expression
};
inline constexpr Shown kItself{Shown::How::itself};
/// Behind all columns of a lower place: numbers to calculate with, which a person seldom reads.
constexpr Shown behind(int place) { return {Shown::How::itself, {}, place}; }
inline constexpr int kLastPlace = 3;
/// As another expression says it, which is a text.
constexpr Shown as(std::string_view expression) { return {Shown::How::expression, expression}; }
/// As an expression that is a whole number.
constexpr Shown number(std::string_view expression, int place = 0) {
  return {Shown::How::expression, expression, place, "INTEGER"};
}
/// As an expression that is a number with decimals.
constexpr Shown decimal(std::string_view expression) { return {Shown::How::expression, expression, 0, "REAL"}; }
/// As RFC 3339 text of a column of Unix seconds.
constexpr Shown utc_of(std::string_view column) { return {Shown::How::time, column}; }

/// Stands in Use for the column's own name.
inline constexpr std::string_view kOwnName = "=";

/// The keys that ask for a column of complaints.
struct Use {
  std::string_view filter = {};   ///< the key of the filter language; empty: none
  std::string_view sort = {};     ///< keys of `--sort`, one blank between them
  std::string_view sort_by = {};  ///< the expression that these sort by; empty: the column
  std::string_view folded = {};   ///< the column that has its text with case folded, where one has
};
// Keys by the column's own name: of the filter language, of `--sort`, of both.
inline constexpr Use kFiltered{.filter = kOwnName};
inline constexpr Use kSorted{.sort = kOwnName};
inline constexpr Use kKey{.filter = kOwnName, .sort = kOwnName};

/// A column of a table whose rows are made from a `Row`.
template <class Row>
struct Column {
  std::string_view name;                                ///< in double quotes where it is a word of SQL
  std::string_view type;                                ///< as `CREATE TABLE` has it; empty: only the view has it
  void (*put)(RowSink& out, const Row& row) = nullptr;  ///< none: SQLite gives the value
  Shown shown = {};
  Use use = {};
};
/// A column that only the view has.
template <class Row>
constexpr Column<Row> derived(std::string_view name, Shown shown, Use use = {}) {
  return {name, {}, nullptr, shown, use};
}

template <class Row>
struct Table {
  std::string_view name;
  std::span<const Column<Row>> columns;
  std::string_view story = {};        ///< the column with the story whose fold made the row
  std::string_view constraints = {};  ///< of the whole table
  bool has_rowid = true;
};

/// One list of columns behind the other.
template <class Row, std::size_t N, std::size_t M>
constexpr std::array<Column<Row>, N + M> joined(const std::array<Column<Row>, N>& front,
                                                const std::array<Column<Row>, M>& back) {
  std::array<Column<Row>, N + M> all{};
  for (std::size_t i = 0; i < N; ++i) all[i] = front[i];
  for (std::size_t i = 0; i < M; ++i) all[N + i] = back[i];
  return all;
}

/// `main.` or `temp.`
std::string_view prefix_of(Place place);
/// `text` with each `{what}` as `with`.
std::string replaced(std::string text, std::string_view what, std::string_view with);
/// `sql` with each `{now}` as seconds.
std::string at_moment(std::string sql, util::Instant now);
/// A column of a view under its name, where it is not shown as itself.
std::string shown_text(std::string_view alias, std::string_view name, const Shown& shown);
/// A time of a view as seconds, under its name; empty for what is no time.
std::string seconds_text(std::string_view name, const Shown& shown);

template <class Row>
std::string create_text(const Table<Row>& table, Place place) {
  std::string text = place == Place::temporary ? "CREATE TEMP TABLE " : "CREATE TABLE ";
  text.append(table.name).append("(");
  const char* separator = "\n  ";
  for (const Column<Row>& column : table.columns) {
    if (column.type.empty()) continue;
    text.append(separator).append(column.name).append(" ").append(column.type);
    separator = ",\n  ";
  }
  if (!table.constraints.empty()) text.append(separator).append(table.constraints);
  return text + (table.has_rowid ? ");\n" : ") WITHOUT ROWID;\n");
}

/// `verb` is `INSERT`, `INSERT OR IGNORE` or `INSERT OR REPLACE`.
template <class Row>
std::string insert_text(const Table<Row>& table, Place place, std::string_view verb = "INSERT") {
  std::string names, marks;
  for (const Column<Row>& column : table.columns) {
    if (column.put == nullptr) continue;
    names.append(names.empty() ? "" : ", ").append(column.name);
    marks.append(marks.empty() ? "?" : ",?");
  }
  std::string text(verb);
  return text.append(" INTO ").append(prefix_of(place)).append(table.name) + "(" + names + ") VALUES(" + marks + ")";
}

/// A column of a view: its name and type, and the text that gives it that name in a query.
struct ViewColumn {
  std::string_view name;  ///< in double quotes where it is a word of SQL
  std::string_view type;  ///< TEXT, INTEGER or REAL
  std::string sql;
  bool is_internal = false;  ///< means something in this index alone
  std::string seconds = {};  ///< of a time: `sql` of its seconds since 1970, under the same name
};

/// A column of a table as a column of a view, under `alias` where it is shown as itself.
template <class Row>
ViewColumn view_column(const Column<Row>& column, std::string_view alias) {
  const Shown& shown = column.shown;
  const bool is_stored = shown.how == Shown::How::itself;
  return {column.name, is_stored ? column.type.substr(0, column.type.find(' ')) : shown.type,
          shown_text(alias, column.name, shown), shown.place == kLastPlace, seconds_text(column.name, shown)};
}

/// The columns of the table's view; those shown as themselves under `alias`.
template <class Row>
std::vector<ViewColumn> view_columns(const Table<Row>& table, std::string_view alias) {
  std::vector<ViewColumn> columns;
  for (int place = 0; place <= kLastPlace; ++place)
    for (const Column<Row>& column : table.columns)
      if (column.shown.how != Shown::How::not_at_all && column.shown.place == place)
        columns.push_back(view_column(column, alias));
  return columns;
}

/// Inserts a row; `insertion` was prepared from `insert_text`. Gives what the statement returns, or 0.
template <class Row>
std::int64_t write_row(Statement& insertion, const Table<Row>& table, const std::type_identity_t<Row>& row) {
  RowSink sink(insertion);
  for (const Column<Row>& column : table.columns)
    if (column.put != nullptr) column.put(sink, row);
  std::int64_t returned = 0;
  while (insertion.step()) returned = insertion.integer(0);
  insertion.reset();
  return returned;
}

/// Adds a row to a digest.
template <class Row>
void digest_row(RowDigest& digest, const Table<Row>& table, const std::type_identity_t<Row>& row) {
  RowSink sink(digest);
  std::size_t values = 0;
  for (const Column<Row>& column : table.columns) {
    if (column.put == nullptr) continue;
    column.put(sink, row);
    ++values;
  }
  digest.end_row(values);
}

// A view of rows that belong to stories joins these: stories as `s`, complaints as `c`.
/// The id of the complaint whose story a row belongs to.
inline constexpr Shown kWhoseComplaint = as("CASE s.kind WHEN 0 THEN s.id END");
/// The customer of that complaint, or whose own story it is.
inline constexpr Shown kWhoseCustomer = as("CASE s.kind WHEN 0 THEN c.customer WHEN 1 THEN s.id END");

}  // namespace crmtrack::index
