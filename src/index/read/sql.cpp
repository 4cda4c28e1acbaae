#include "index/read/sql.hpp"

#include <array>

#include <fmt/format.h>

#include "index/impl.hpp"
#include "index/schema/views.hpp"
#include "index/sqlite/sql_guard.hpp"

namespace crmtrack::index {

namespace {

/// More than any report or person reads; a runaway statement ends here, not when memory does.
constexpr std::size_t kMostResultBytes = 512U << 20;

[[noreturn]] void refuse(const std::string& why) {
  throw util::Error(util::ErrorKind::refused, "cannot run the statement: " + why,
                    {fmt::format("sql reads the views {}", view_names()), "their columns: man 7 crmtrack-sql"});
}

/// Why SQLite failed at a statement, by its result code.
[[noreturn]] void refuse(const SqlGuard& guard, const SqlBound& bound, int code, const std::string& message) {
  if (code == SQLITE_INTERRUPT) {
    if (guard.is_out_of_time()) throw util::Error(util::ErrorKind::refused, describe_out_of_time(bound));
    throw util::Error(util::ErrorKind::cancelled, "cannot finish the statement: interrupted");
  }
  if (!guard.refused_function().empty())
    refuse(fmt::format("the function '{}' is not one that sql allows", guard.refused_function()));
  refuse(code == SQLITE_AUTH ? "it would do more than read" : message);
}

/// Whether anything but blanks, semicolons and comments is there.
bool is_blank(sqlite3* database, const char* text) {
  while (*text != '\0') {
    sqlite3_stmt* statement = nullptr;
    const char* tail = nullptr;
    const int code = sqlite3_prepare_v2(database, text, -1, &statement, &tail);
    sqlite3_finalize(statement);
    if (code != SQLITE_OK || statement != nullptr) return false;
    if (tail == text) break;
    text = tail;
  }
  return true;
}

/// SQLite's prepare takes the first of several statements: the rest must be nothing.
void check_single(sqlite3* database, const std::string& text, const SqlGuard& guard, const SqlBound& bound) {
  if (text.find('\0') != std::string::npos) refuse("it holds a NUL character");
  sqlite3_stmt* statement = nullptr;
  const char* tail = nullptr;
  const int code = sqlite3_prepare_v2(database, text.c_str(), -1, &statement, &tail);
  const bool reads = statement != nullptr && sqlite3_stmt_readonly(statement) != 0;
  const int explains = statement == nullptr ? 0 : sqlite3_stmt_isexplain(statement);
  sqlite3_finalize(statement);
  if (code != SQLITE_OK) refuse(guard, bound, code, sqlite3_errmsg(database));
  if (statement == nullptr) refuse("it is empty");
  if (explains == 1)  // its listing of the program holds addresses of the process
    refuse("EXPLAIN is not allowed, EXPLAIN QUERY PLAN is");
  if (!reads && explains == 0) refuse("it would write");
  if (!is_blank(database, tail)) refuse("it is more than one statement");
}

Rows::Value read_value(const Statement& row, int column) {
  Rows::Value value;
  switch (sqlite3_column_type(row.handle(), column)) {
    case SQLITE_NULL:
      break;
    case SQLITE_INTEGER:
      value.type = Rows::Value::Type::integer;
      value.integer = row.integer(column);
      break;
    case SQLITE_FLOAT:
      value.type = Rows::Value::Type::real;
      value.real = row.real(column);
      break;
    default:
      value.type = Rows::Value::Type::text;
      value.text = row.text(column);
  }
  return value;
}

Rows read_rows(Statement& statement) {
  Rows result;
  const int columns = statement.columns();
  for (int column = 0; column < columns; ++column)
    result.columns.emplace_back(sqlite3_column_name(statement.handle(), column));
  std::size_t bytes = 0;
  while (statement.step()) {
    auto& row = result.rows.emplace_back();
    row.reserve(static_cast<std::size_t>(columns));
    for (int column = 0; column < columns; ++column) {
      row.push_back(read_value(statement, column));
      bytes += sizeof(Rows::Value) + row.back().text.size();
    }
    if (bytes > kMostResultBytes) refuse("its result is too large: add LIMIT, or ask for fewer columns");
  }
  return result;
}

void make_views(const Database& database, std::optional<util::Instant>& made, util::Instant now) {
  if (made != now) {
    database.execute(create_views(now));
    // Connects the full-text table now: while only reading is allowed, SQLite may not.
    (void)database.prepare("SELECT rowid FROM fulltext LIMIT 0");
    made = now;
  }
}

}  // namespace

std::string describe_out_of_time(const SqlBound& bound) {
  return fmt::format("cannot finish the statement within {} s: ask for less, or allow more with --timeout SECONDS",
                     std::chrono::duration<double>(bound.time).count());
}

Rows sql(const Index& index, const std::string& statement, util::Instant now, const SqlBound& bound) {
  return index.impl().run([&] {
    make_views(index.impl().database, index.impl().views, now);
    const SqlGuard guard(index.impl().database.handle(), index.impl().options.progress, bound);
    check_single(index.impl().database.handle(), statement, guard, bound);
    try {
      Statement prepared = index.impl().database.prepare(statement);
      return read_rows(prepared);
    } catch (const DatabaseError& error) {
      if (error.code() == SQLITE_CORRUPT || error.code() == SQLITE_NOTADB) throw;
      refuse(guard, bound, error.code(), error.what());
    }
  });
}

}  // namespace crmtrack::index
