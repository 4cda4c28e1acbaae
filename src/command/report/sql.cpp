#include <fmt/format.h>
#include <unistd.h>

#include <charconv>

#include "command/commands.hpp"
#include "command/common/context.hpp"
#include "document/document.hpp"
#include "index/read/sql.hpp"
#include "util/error.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::command {

using document::Value;

namespace {

std::string sql_cell(const index::Rows::Value& value) {
  switch (value.type) {
    case index::Rows::Value::Type::null:
      return {};
    case index::Rows::Value::Type::integer:
      return fmt::to_string(value.integer);
    case index::Rows::Value::Type::real:
      return fmt::format("{}", value.real);
    case index::Rows::Value::Type::text:
      return value.text;
  }
  return {};
}

Value cell_value(const index::Rows::Value& value) {
  switch (value.type) {
    case index::Rows::Value::Type::null:
      return {};
    case index::Rows::Value::Type::integer:
      return value.integer;
    case index::Rows::Value::Type::real:
      return value.real;
    case index::Rows::Value::Type::text:
      return value.text;
  }
  return {};
}

bool is_number(const index::Rows& rows, std::size_t column) {
  for (const auto& row : rows.rows)
    if (row[column].type == index::Rows::Value::Type::text) return false;
  return !rows.rows.empty();
}

constexpr int kLongestTimeout = 86'400;

std::chrono::seconds timeout_of(const std::string& text) {
  int seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || end != text.data() + text.size() || seconds < 1 || seconds > kLongestTimeout)
    throw util::Error(util::ErrorKind::usage,
                      fmt::format("cannot read --timeout '{}': a whole number of seconds from 1 "
                                  "to {}",
                                  text, kLongestTimeout));
  return std::chrono::seconds(seconds);
}

/// Nothing was printed yet, and the index was only read: the process can end inside SQLite's step.
[[noreturn]] void end_process(const index::SqlBound& bound) {
  const std::string line = "crmtrack: " + index::describe_out_of_time(bound) + "\n";
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.data(), line.size());
  ::_exit(static_cast<int>(util::ErrorKind::refused));
}

int run_sql(Context& context, const Invocation& invocation) {
  index::SqlBound bound;
  if (const auto text = invocation.find("timeout")) bound.time = timeout_of(*text);
  bound.stuck = [time = bound.time] { end_process({.time = time}); };
  const index::Rows rows = index::sql(context.index(), util::join(invocation.positionals, " "), context.now(), bound);
  document::Listing listing;
  listing.command = context.settings().command;
  for (std::size_t i = 0; i < rows.columns.size(); ++i) {
    const bool number = is_number(rows, i);
    listing.table.columns.push_back(
        {rows.columns[i], rows.columns[i], number ? document::Align::right : document::Align::left, true, !number});
  }
  for (const auto& row : rows.rows) {
    std::vector<document::Cell> cells;
    for (const auto& value : row) {
      cells.push_back({sql_cell(value)});
      cells.back().number =
          value.type == index::Rows::Value::Type::integer || value.type == index::Rows::Value::Type::real;
    }
    listing.table.rows.push_back(std::move(cells));
  }
  listing.item = [&rows](std::size_t row) {
    Value item;
    for (std::size_t i = 0; i < rows.columns.size(); ++i) item.set(rows.columns[i], cell_value(rows.rows[row][i]));
    return item;
  };
  context.page();
  context.out().print(listing);
  return 0;
}

}  // namespace

const CommandSpec kSql{
    .name = "sql",
    .group = "report",
    .summary = "ask the index in SQL; it only reads",
    .positionals = {{"QUERY", "over the views complaint, promise, measure and more: crmtrack-sql(7) has their columns",
                     Completes::nothing, 1, -1}},
    .options = {{.names = "--timeout", .metavar = "SECONDS", .help = "how long the statement may take (default: 30)"}},
    .examples = {{"crmtrack sql 'SELECT reason, count(*) AS n FROM complaint GROUP BY reason ORDER BY n DESC'",
                  "a table on a terminal, TSV in a pipe"},
                 {"crmtrack sql --json \"SELECT id, summary FROM complaint WHERE status = 'waiting'\"",
                  "for a script"}},
    .access = Access::reads,
    .run = run_sql,
};

}  // namespace crmtrack::command
