#include "exchange/warehouse/connection.hpp"

#include <fmt/format.h>
#include <poll.h>

#include <array>
#include <charconv>

#include "exchange/warehouse/libpq_api.hpp"
#include "util/error.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::exchange {

using util::Error;
using util::ErrorKind;

namespace {

constexpr std::size_t kLongestMessage = 500;

std::string first_line(std::string_view text) {
  return util::visible_line(text.substr(0, std::min(text.find('\n'), kLongestMessage)));
}

ErrorKind kind_of(std::string_view state) {
  if (state == "55P03" || state == "57014" || state == "40P01") return ErrorKind::busy;
  if (state == "42501" || state == "25006" || state.starts_with("28")) return ErrorKind::refused;
  return ErrorKind::program_failed;
}

std::vector<std::string> hints_of(ErrorKind kind) {
  if (kind == ErrorKind::busy) return {"the rows are as they were; run it again"};
  if (kind == ErrorKind::refused) return {"the rights that a load needs: crmtrack-export(1), The warehouse"};
  return {};
}

/// `FATAL:  28P01: password authentication failed …`: the state, where libpq's message has one.
std::string_view state_in(std::string_view message) {
  constexpr std::string_view kFatal = "FATAL:  ";
  constexpr std::size_t kLength = 5;
  const std::size_t at = message.find(kFatal);
  if (at == std::string_view::npos) return {};
  const std::string_view rest = message.substr(at + kFatal.size());
  return rest.size() > kLength && rest[kLength] == ':' ? rest.substr(0, kLength) : std::string_view();
}

Error no_connection(std::string_view message) {
  const ErrorKind kind = kind_of(state_in(message));
  std::vector<std::string> hints;
  if (kind == ErrorKind::refused) hints = {"a password is read from ~/.pgpass or PGPASSWORD"};
  return {kind, fmt::format("cannot connect to the database: {}", first_line(message)), std::move(hints)};
}

/// The address's or the environment's own bound on the time that a connection may take.
std::optional<std::chrono::seconds> patience_in(const std::string& url) {
  char* message = nullptr;
  PQconninfoOption* const options = libpq().PQconninfoParse(url.c_str(), &message);
  if (message != nullptr) libpq().PQfreemem(message);  // it may quote the address
  if (options == nullptr)
    throw Error(ErrorKind::usage, "cannot use that address of a database: libpq does not understand it",
                {"write it as postgresql://USER@HOST/DATABASE"});
  std::optional<std::chrono::seconds> patience;
  for (const PQconninfoOption* option = options; option->keyword != nullptr; ++option) {
    if (std::string_view(option->keyword) != "connect_timeout" || option->val == nullptr) continue;
    const std::string_view text(option->val);
    int seconds = 0;
    if (std::from_chars(text.data(), text.data() + text.size(), seconds).ec == std::errc() && seconds > 0)
      patience = std::chrono::seconds(seconds);
  }
  libpq().PQconninfoFree(options);
  return patience;
}

/// Drops what the server remarks on, which may quote names and rows.
void ignore_notice(void* /*unused*/, const PGresult* /*result*/) {}

void wait_for(PGconn* connection, PostgresPollingStatusType what, std::chrono::steady_clock::time_point until) {
  using std::chrono::milliseconds;
  const auto left = std::chrono::duration_cast<milliseconds>(until - std::chrono::steady_clock::now());
  pollfd watched{libpq().PQsocket(connection), what == PGRES_POLLING_READING ? short{POLLIN} : short{POLLOUT}, 0};
  if (left <= milliseconds(0) || ::poll(&watched, 1, static_cast<int>(left.count())) == 0)
    throw no_connection("it does not answer");
}

}  // namespace

void Connection::Finish::operator()(PGconn* connection) const { libpq().PQfinish(connection); }
void Connection::Clear::operator()(PGresult* result) const { libpq().PQclear(result); }

Connection Connection::open(const std::string& url, std::chrono::seconds patience) {
  const auto until = std::chrono::steady_clock::now() + patience_in(url).value_or(patience);
  const std::array<const char*, 4> names{"dbname", "client_encoding", "fallback_application_name", nullptr};
  const std::array<const char*, 4> values{url.c_str(), "UTF8", "crmtrack", nullptr};
  PGconn* const handle = libpq().PQconnectStartParams(names.data(), values.data(), 1);
  if (handle == nullptr) throw std::bad_alloc();
  Connection connection(handle);
  libpq().PQsetErrorVerbosity(handle, PQERRORS_VERBOSE);  // the SQLSTATE stands in no other message
  libpq().PQsetNoticeReceiver(handle, ignore_notice, nullptr);
  PostgresPollingStatusType next = PGRES_POLLING_WRITING;
  while (libpq().PQstatus(handle) != CONNECTION_BAD && next != PGRES_POLLING_OK && next != PGRES_POLLING_FAILED) {
    wait_for(handle, next, until);
    next = libpq().PQconnectPoll(handle);
  }
  if (libpq().PQstatus(handle) != CONNECTION_OK) throw no_connection(libpq().PQerrorMessage(handle));
  return connection;
}

std::string Connection::database() const { return libpq().PQdb(handle_.get()); }

void Connection::check(const PGresult* result) const {
  const ExecStatusType status = libpq().PQresultStatus(result);
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_COPY_IN) return;
  const char* const state = result == nullptr ? nullptr : libpq().PQresultErrorField(result, PG_DIAG_SQLSTATE);
  const char* const text = result == nullptr ? nullptr : libpq().PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
  if (state == nullptr || text == nullptr)
    throw Error(ErrorKind::program_failed,
                fmt::format("cannot load the warehouse: {}", first_line(libpq().PQerrorMessage(handle_.get()))));
  const ErrorKind kind = kind_of(state);
  throw Error(kind, fmt::format("cannot load the warehouse: {}: {}", state, first_line(text)), hints_of(kind));
}

Connection::Result Connection::execute(const std::string& statement, const std::vector<std::string>& parameters) {
  std::vector<const char*> values;
  for (const std::string& parameter : parameters) values.push_back(parameter.c_str());
  Result result(libpq().PQexecParams(handle_.get(), statement.c_str(), static_cast<int>(values.size()), nullptr,
                                     values.data(), nullptr, nullptr, 0));
  check(result.get());
  return result;
}

std::uint64_t Connection::run(const std::string& statement, const std::vector<std::string>& parameters) {
  const Result result = execute(statement, parameters);
  const std::string_view changed(libpq().PQcmdTuples(result.get()));
  std::uint64_t count = 0;
  std::from_chars(changed.data(), changed.data() + changed.size(), count);
  return count;
}

std::vector<Connection::Row> Connection::rows(const std::string& query, const std::vector<std::string>& parameters) {
  const Result result = execute(query, parameters);
  std::vector<Row> rows(static_cast<std::size_t>(libpq().PQntuples(result.get())));
  const int columns = libpq().PQnfields(result.get());
  for (int at = 0; Row & row : rows) {
    for (int column = 0; column < columns; ++column)
      row.push_back(libpq().PQgetisnull(result.get(), at, column) != 0
                        ? std::nullopt
                        : std::optional<std::string>(libpq().PQgetvalue(result.get(), at, column)));
    ++at;
  }
  return rows;
}

CopyIn::CopyIn(Connection& connection, const std::string& statement) : connection_(connection) {
  (void)connection_.execute(statement, {});
}

CopyIn::~CopyIn() {
  if (!open_) return;
  try {
    (void)complete("given up");
  } catch (const Error&) {  // that it was given up
  }
}

void CopyIn::send(std::string_view bytes) {
  if (libpq().PQputCopyData(connection_.handle_.get(), bytes.data(), static_cast<int>(bytes.size())) == 1) return;
  (void)complete(nullptr);  // throws the server's reason
  throw Error(ErrorKind::program_failed, "cannot load the warehouse: the server takes no more rows");
}

std::string CopyIn::complete(const char* failure) {
  open_ = false;
  PGconn* const handle = connection_.handle_.get();
  libpq().PQputCopyEnd(handle, failure);
  std::string taken;
  std::optional<Error> wrong;
  while (PGresult* const next = libpq().PQgetResult(handle)) {
    const Connection::Result result(next);
    try {
      connection_.check(next);
      taken = libpq().PQcmdTuples(next);
    } catch (const Error& error) {
      if (!wrong) wrong = error;
    }
    if (libpq().PQresultStatus(next) == PGRES_COPY_IN) break;  // the connection is lost: this has no end
  }
  if (wrong) throw Error(*wrong);
  return taken;
}

void CopyIn::end(std::uint64_t sent) {
  const std::string taken = complete(nullptr);
  if (taken != fmt::to_string(sent))
    throw Error(ErrorKind::program_failed,
                fmt::format("cannot load the warehouse: of {} rows the server took {}", sent, taken),
                {"a trigger or a rule on the tables of the schema 'crmtrack' may be the reason"});
}

}  // namespace crmtrack::exchange
