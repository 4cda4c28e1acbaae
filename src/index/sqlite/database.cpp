#include "index/sqlite/database.hpp"

#include <fmt/format.h>

namespace crmtrack::index {

namespace {

/// The primary result code. A failed write, on a full disk above all, damages nothing that is there, so it becomes
/// SQLITE_FULL. Only an error in reading stays SQLITE_IOERR.
int primary_code(sqlite3* database, int code) {
  code &= 0xff;
  if (code != SQLITE_IOERR || database == nullptr) return code;
  switch (sqlite3_extended_errcode(database)) {
    case SQLITE_IOERR:
    case SQLITE_IOERR_READ:
    case SQLITE_IOERR_SHORT_READ:
    case SQLITE_IOERR_CORRUPTFS:
    case SQLITE_IOERR_DATA:
      return SQLITE_IOERR;
    default:
      return SQLITE_FULL;
  }
}

[[noreturn]] void fail(sqlite3* database, int code) {
  const char* message = database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(code);
  throw DatabaseError(primary_code(database, code), message);
}

/// Makes a `file:` name. Characters that have a meaning in one are percent-encoded.
std::string file_uri(const std::filesystem::path& path, std::string_view query) {
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(path).string())
    if (c == '?' || c == '#' || c == '%')
      uri += fmt::format("%{:02x}", static_cast<unsigned char>(c));
    else
      uri += c;
  return uri + std::string(query);
}

}  // namespace

bool DatabaseError::is_damage() const {
  // SQLITE_ERROR: a table or column that our schema has is not there, so the file is another program's.
  return code_ == SQLITE_CORRUPT || code_ == SQLITE_NOTADB || code_ == SQLITE_ERROR || code_ == SQLITE_IOERR ||
         code_ == SQLITE_FORMAT || code_ == SQLITE_SCHEMA || code_ == SQLITE_MISMATCH;
}

Statement::Statement(sqlite3* database, std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
  handle_.reset(statement);
  if (code != SQLITE_OK) fail(database, code);
}

void Statement::check(int code) const {
  if (code != SQLITE_OK) fail(sqlite3_db_handle(handle_.get()), code);
}

void Statement::bind(int position, std::int64_t value) { check(sqlite3_bind_int64(handle_.get(), position, value)); }

void Statement::bind(int position, std::nullptr_t) { check(sqlite3_bind_null(handle_.get(), position)); }

void Statement::bind(int position, std::string_view value) {
  if (value.empty())
    bind(position, nullptr);
  else
    bind(position, Raw{value});
}

void Statement::bind(int position, Raw value) {
  const char* data = value.bytes.data() != nullptr ? value.bytes.data() : "";
  check(sqlite3_bind_text(handle_.get(), position, data, static_cast<int>(value.bytes.size()), SQLITE_STATIC));
}

void Statement::bind_copy(int position, std::string_view value) {
  if (value.empty()) return bind(position, nullptr);
  check(sqlite3_bind_text(handle_.get(), position, value.data(), static_cast<int>(value.size()), SQLITE_TRANSIENT));
}

void Statement::bind(int position, Blob value) {
  check(sqlite3_bind_blob(handle_.get(), position, value.bytes.data(), static_cast<int>(value.bytes.size()),
                          SQLITE_STATIC));
}

bool Statement::step() {
  const int code = sqlite3_step(handle_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) {
    // Taken before the reset, which would replace it.
    sqlite3* const database = sqlite3_db_handle(handle_.get());
    const DatabaseError error(primary_code(database, code), sqlite3_errmsg(database));
    sqlite3_reset(handle_.get());
    throw error;  // NOLINT(misc-throw-by-value-catch-by-reference)
  }
  return false;
}

void Statement::reset() { sqlite3_reset(handle_.get()); }

bool Statement::is_null(int column) const { return sqlite3_column_type(handle_.get(), column) == SQLITE_NULL; }

std::string_view Statement::view(int column) const {
  // A blob is asked for first: it gives the bytes of a text as they are stored.
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(handle_.get(), column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(handle_.get(), column))};
}

util::Instant Statement::instant(int column) const { return util::Instant(std::chrono::seconds(integer(column))); }

std::optional<util::Instant> Statement::find_instant(int column) const {
  return is_null(column) ? std::nullopt : std::optional(instant(column));
}

Database Database::connect(const std::string& name, int flags) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &handle, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
  Database database(handle);
  if (code != SQLITE_OK) fail(handle, code);
  sqlite3_extended_result_codes(handle, 0);
  sqlite3_busy_timeout(handle, 5000);
  // Schema text of a damaged or hostile file must not reach functions with side effects.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  // A partial index is chosen by what a statement says, never by what is bound: else each new value prepares it anew.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
  // Closing must cost a reader and a short refresh nothing; the log is taken over when it has grown.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  return database;
}

Database Database::open(const std::filesystem::path& path, Access access, bool immutable) {
  const int flags = access == Access::read    ? SQLITE_OPEN_READONLY
                    : access == Access::write ? SQLITE_OPEN_READWRITE
                                              : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  return connect(file_uri(path, immutable ? "?immutable=1" : ""), flags);
}

Database Database::open_in_memory() { return connect(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE); }

void Database::execute(const std::string& sql) const {
  const int code = sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(handle_.get(), code);
}

std::optional<std::string> Database::find_text(std::string_view sql) const {
  Statement statement = prepare(sql);
  return statement.step() && !statement.is_null(0) ? std::optional(statement.text(0)) : std::nullopt;
}

Transaction::Transaction(const Database& database) : database_(database) { database.execute("BEGIN IMMEDIATE"); }

Transaction::~Transaction() {
  if (open_) sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  database_.execute("COMMIT");
  open_ = false;
}

}  // namespace crmtrack::index
