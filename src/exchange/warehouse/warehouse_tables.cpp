#include "exchange/warehouse/warehouse_tables.hpp"

#include <fmt/format.h>

#include <map>

#include "exchange/warehouse/table_text.hpp"
#include "util/error.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::exchange {

using util::Error;
using util::ErrorKind;

namespace {

/// A table that is there, with its columns.
struct ExistingTable {
  bool is_ours = false;  ///< a plain table of a role that we are, so that no other one's trigger stands on it
  std::map<std::string, std::string> columns;
};
using ExistingTables = std::map<std::string, ExistingTable>;

Error foreign_schema(const std::string& why) {
  return {ErrorKind::refused,
          fmt::format("cannot load the warehouse: {}", util::visible_line(why)),
          {"the schema 'crmtrack' is for the tables of crmtrack alone; use another database, or rename that schema"}};
}

void require_utf8(Connection& connection) {
  const auto rows = connection.rows(
      "SELECT pg_catalog.pg_encoding_to_char(encoding) FROM pg_catalog.pg_database WHERE datname = "
      "pg_catalog.current_database()");
  const std::string encoding = rows.empty() ? std::string() : rows.front().front().value_or("");
  if (encoding == "UTF8") return;
  throw Error(ErrorKind::refused,
              fmt::format("cannot load the warehouse: the database '{}' has the encoding {}, not UTF8",
                          util::visible_line(connection.database()), util::visible_line(encoding)),
              {"make one with: createdb --encoding UTF8 --template template0 NAME"});
}

ExistingTables read_tables(Connection& connection) {
  ExistingTables tables;
  for (const Connection::Row& row :
       connection.rows("SELECT c.relname, c.relkind = 'r' AND pg_has_role(c.relowner, 'USAGE'), a.attname, "
                       "format_type(a.atttypid, a.atttypmod) FROM pg_class c JOIN pg_namespace n ON n.oid = "
                       "c.relnamespace LEFT JOIN "
                       "pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped WHERE n.nspname = "
                       "'crmtrack' AND "
                       "c.relkind IN ('r', 'p', 'v', 'm', 'f')")) {
    ExistingTable& table = tables[row[0].value_or("")];
    table.is_ours = row[1] == "t";
    if (row[2]) table.columns.emplace(*row[2], row[3].value_or(""));
  }
  return tables;
}

/// Adds the columns that a table lacks; returns whether it lacked any.
bool widen(Connection& connection, const std::string& name, const ExistingTable& table,
           const std::vector<TableColumn>& wanted) {
  if (!table.is_ours) throw foreign_schema(fmt::format("'crmtrack.{}' is no table of this role", name));
  bool lacked = false;
  for (const TableColumn& column : wanted) {
    const auto found = table.columns.find(column.first);
    if (found == table.columns.end()) {
      connection.run(add_column_text(name, column));
      lacked = true;
    } else if (found->second != column.second) {
      throw foreign_schema(
          fmt::format("'crmtrack.{}.{}' is {}, not {}", name, column.first, found->second, column.second));
    }
  }
  return lacked;
}

bool make_table(Connection& connection, const ExistingTables& tables, const std::string& name,
                const std::vector<TableColumn>& columns, const std::string& create) {
  if (const auto found = tables.find(name); found != tables.end())
    return widen(connection, name, found->second, columns);
  connection.run(create);
  return true;
}

void make_tables(Connection& connection, const std::vector<index::CopiedView>& views) {
  if (connection.rows("SELECT FROM pg_namespace WHERE nspname = 'crmtrack'").empty())
    connection.run("CREATE SCHEMA crmtrack");
  const ExistingTables tables = read_tables(connection);
  if (tables.count(std::string(kRepositoryTable)) == 0)
    for (const index::CopiedView& view : views)
      if (tables.count(view.name) != 0)
        throw foreign_schema(fmt::format("'crmtrack.{}' is there, and no load made it", view.name));
  bool lacked =
      make_table(connection, tables, std::string(kRepositoryTable), repository_columns(), create_repository_text());
  for (const index::CopiedView& view : views)
    lacked |= make_table(connection, tables, view.name, columns_of(view), create_table_text(view));
  if (lacked) connection.run("UPDATE crmtrack.repository SET ledger = ''");  // whose rows are all to be loaded again
}

}  // namespace

void begin_load(Connection& connection, const std::vector<index::CopiedView>& views) {
  // Each its own statement: what a statement reads that waited for a lock may be as it was before the wait.
  connection.run("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE");
  connection.run("SET LOCAL search_path = pg_catalog, pg_temp");
  connection.run("SET LOCAL client_min_messages = error");
  // ANALYZE reads 300 rows for each step of this target. The usual 100 takes a third of the time of a load.
  connection.run("SET LOCAL default_statistics_target = 25");
  require_utf8(connection);
  connection.run("SELECT pg_advisory_xact_lock(1668443508)");  // `crmt`; there may be no table to lock yet
  make_tables(connection, views);
  connection.run("LOCK TABLE crmtrack.repository IN SHARE ROW EXCLUSIVE MODE");
}

}  // namespace crmtrack::exchange
