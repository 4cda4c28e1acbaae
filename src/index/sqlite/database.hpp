#pragma once

#include <sqlite3.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "util/time.hpp"

namespace crmtrack::index {

/// An error of SQLite. The user never sees it as it is: the caller rebuilds the index, does without it, or says what it
/// could not do.
class DatabaseError : public std::runtime_error {
 public:
  DatabaseError(int code, const std::string& message) : std::runtime_error(message), code_(code) {}
  [[nodiscard]] int code() const { return code_; }  ///< the primary result code
  /// True where the file is not, or no longer, as we wrote it: rebuilding mends it.
  [[nodiscard]] bool is_damage() const;

 private:
  int code_;
};

/// Bytes that are stored as they are: an empty one is an empty text, not NULL.
struct Raw {
  std::string_view bytes;
};
struct Blob {
  std::string_view bytes;
};

/// A prepared statement. Values bound by `run` and `bind` must outlive the stepping; an empty text is bound as NULL,
/// since nothing in the index tells "absent" from "empty".
class Statement {
 public:
  Statement(sqlite3* database, std::string_view sql);

  void bind(int position, std::int64_t value);
  void bind(int position, std::string_view value);
  void bind(int position, Raw value);
  void bind(int position, Blob value);
  void bind(int position, util::Instant value) { bind(position, std::int64_t{value.time_since_epoch().count()}); }
  void bind(int position, int value) { bind(position, std::int64_t{value}); }
  void bind(int position, bool value) { bind(position, std::int64_t{value}); }
  void bind(int position, const std::string& value) { bind(position, std::string_view(value)); }
  void bind(int position, const char* value) { bind(position, std::string_view(value)); }
  void bind(int position, std::nullptr_t);
  /// A text that need not outlive the call.
  void bind_copy(int position, std::string_view value);
  template <class T>
  void bind(int position, const std::optional<T>& value) {
    if (value)
      bind(position, *value);
    else
      bind(position, nullptr);
  }
  template <class... Values>
  Statement& bind_all(const Values&... values) {
    int position = 0;
    (bind(++position, values), ...);
    return *this;
  }

  /// True while there is a row.
  bool step();
  void reset();
  /// Binds all values, runs to the end, and is ready again.
  template <class... Values>
  void run(const Values&... values) {
    bind_all(values...);
    while (step()) {
    }
    reset();
  }

  [[nodiscard]] int columns() const { return sqlite3_column_count(handle_.get()); }
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const { return sqlite3_column_int64(handle_.get(), column); }
  [[nodiscard]] bool boolean(int column) const { return integer(column) != 0; }
  [[nodiscard]] double real(int column) const { return sqlite3_column_double(handle_.get(), column); }
  [[nodiscard]] std::string text(int column) const { return std::string(view(column)); }
  [[nodiscard]] std::string_view view(int column) const;  ///< until the next step
  [[nodiscard]] util::Instant instant(int column) const;
  [[nodiscard]] std::optional<util::Instant> find_instant(int column) const;
  [[nodiscard]] sqlite3_stmt* handle() const { return handle_.get(); }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  void check(int code) const;
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

/// A connection.
class Database {
 public:
  enum class Access { read, write, create };
  /// Throws DatabaseError. `immutable`: nobody can write the file and no journal lies beside it, so none is looked for.
  static Database open(const std::filesystem::path& path, Access access, bool immutable = false);
  static Database open_in_memory();

  void execute(const std::string& sql) const;
  [[nodiscard]] Statement prepare(std::string_view sql) const { return {handle_.get(), sql}; }
  /// The first column of the first row; nullopt where there is none or it is NULL.
  [[nodiscard]] std::optional<std::string> find_text(std::string_view sql) const;
  [[nodiscard]] std::int64_t changes() const { return sqlite3_changes64(handle_.get()); }
  [[nodiscard]] sqlite3* handle() const { return handle_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
  };
  explicit Database(sqlite3* handle) : handle_(handle) {}
  static Database connect(const std::string& name, int flags);
  std::unique_ptr<sqlite3, Close> handle_;
};

/// A statement that most commands do not need: prepared when it is first asked for. Throws DatabaseError then.
class LateStatement {
 public:
  LateStatement(const Database& database, std::string sql) : database_(database.handle()), sql_(std::move(sql)) {}
  Statement& operator*() { return statement_ ? *statement_ : statement_.emplace(database_, sql_); }

 private:
  sqlite3* database_;
  std::string sql_;
  std::optional<Statement> statement_;
};

/// All or nothing: rolled back unless `commit` was reached.
class Transaction {
 public:
  explicit Transaction(const Database& database);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  const Database& database_;
  bool open_ = true;
};

}  // namespace crmtrack::index
