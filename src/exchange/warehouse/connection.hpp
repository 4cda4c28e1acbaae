#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Of libpq, whose header only the .cpp needs.
struct pg_conn;
struct pg_result;

namespace crmtrack::exchange {

/// A connection to a PostgreSQL database. An error is thrown as util::Error with the SQLSTATE and the primary text and
/// nothing more, since the server's details quote rows: busy where something is locked, refused for lack of a right,
/// else program_failed. Statements have no names, and nothing outlives a transaction, so that a pooler may stand in
/// between.
class Connection {
 public:
  using Row = std::vector<std::optional<std::string>>;

  /// Connects to a checked address (database_url.hpp), with what the environment, `~/.pgpass` and a service file say.
  /// `patience` bounds the wait where the address does not.
  static Connection open(const std::string& url, std::chrono::seconds patience);

  /// Runs one statement, with texts for $1, $2 and so on. Returns how many rows it changed.
  std::uint64_t run(const std::string& statement, const std::vector<std::string>& parameters = {});
  /// Runs a query.
  std::vector<Row> rows(const std::string& query, const std::vector<std::string>& parameters = {});
  /// The name of the database.
  [[nodiscard]] std::string database() const;

 private:
  friend class CopyIn;
  struct Finish {
    void operator()(pg_conn* connection) const;
  };
  struct Clear {
    void operator()(pg_result* result) const;
  };
  using Result = std::unique_ptr<pg_result, Clear>;

  explicit Connection(pg_conn* handle) : handle_(handle) {}
  Result execute(const std::string& statement, const std::vector<std::string>& parameters);
  void check(const pg_result* result) const;

  std::unique_ptr<pg_conn, Finish> handle_;
};

/// Sends rows to one `COPY … FROM STDIN`. Unless end() was reached, the COPY fails and its transaction with it.
class CopyIn {
 public:
  CopyIn(Connection& connection, const std::string& statement);
  CopyIn(const CopyIn&) = delete;
  CopyIn& operator=(const CopyIn&) = delete;
  ~CopyIn();

  void send(std::string_view bytes);
  /// Ends it. Throws Error(program_failed) where the server took another number of rows than `sent`.
  void end(std::uint64_t sent);

 private:
  /// Ends the COPY, as failed where a reason is given. Returns how many rows the server says it took.
  std::string complete(const char* failure);

  Connection& connection_;
  bool open_ = true;
};

}  // namespace crmtrack::exchange
