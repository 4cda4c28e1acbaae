#include "exchange/warehouse/table_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace crmtrack::exchange {

namespace {

std::string quoted_name(std::string_view name) { return fmt::format("\"{}\"", name); }

const char* type_of(index::CopiedColumn::Type type) {
  using Type = index::CopiedColumn::Type;
  switch (type) {
    case Type::integer:
      return "bigint";
    case Type::real:
      return "double precision";
    case Type::time:
      return "timestamp with time zone";
    case Type::text:
      break;
  }
  return "text";
}

/// Texts are compared byte by byte, in every column, since columns of two collations cannot be compared with each
/// other.
std::string column_text(const TableColumn& column) {
  return fmt::format("{} {}{}", quoted_name(column.first), column.second,
                     column.second == "text" ? " COLLATE \"C\"" : "");
}

std::vector<std::string> key_of(const index::CopiedView& view) {
  if (view.key.empty()) return {"repository", "_story", "_row"};
  return {"repository", view.key};
}

std::string list_of(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text.append(text.empty() ? "" : ", ").append(quoted_name(name));
  return text;
}

std::string list_of(const std::vector<TableColumn>& columns) {
  std::vector<std::string> names;
  for (const TableColumn& column : columns) names.push_back(column.first);
  return list_of(names);
}

std::string table_text(std::string_view table, const std::vector<TableColumn>& columns,
                       const std::vector<std::string>& not_null, const std::vector<std::string>& key) {
  std::string text = fmt::format("CREATE TABLE crmtrack.{} (", quoted_name(table));
  for (const TableColumn& column : columns) {
    text += column_text(column);
    if (std::find(not_null.begin(), not_null.end(), column.first) != not_null.end()) text += " NOT NULL";
    text += ", ";
  }
  return text + fmt::format("PRIMARY KEY ({}))", list_of(key));
}

}  // namespace

std::vector<TableColumn> columns_of(const index::CopiedView& view) {
  std::vector<TableColumn> columns{{"repository", "text"}};
  if (view.key.empty()) columns.emplace_back("_story", "text");
  columns.emplace_back("_row", "uuid");
  for (const index::CopiedColumn& column : view.columns) columns.emplace_back(column.name, type_of(column.type));
  return columns;
}

std::vector<TableColumn> repository_columns() {
  return {{"repository", "text"},       {"ledger_id", "text"},
          {"ledger", "text"},           {"policy", "text"},
          {"views_version", "integer"}, {"fold_version", "integer"},
          {"views_digest", "text"},     {"tzdata", "text"},
          {"layout", "integer"},        {"moment", "timestamp with time zone"},
          {"moment_unix", "bigint"},    {"loaded_at", "timestamp with time zone"}};
}

std::string create_table_text(const index::CopiedView& view) {
  std::vector<std::string> not_null = key_of(view);
  not_null.emplace_back("_row");
  return table_text(view.name, columns_of(view), not_null, key_of(view));
}

std::string create_repository_text() {
  const std::vector<TableColumn> columns = repository_columns();
  std::vector<std::string> names;
  for (const TableColumn& column : columns) names.push_back(column.first);
  return table_text(kRepositoryTable, columns, names, {"repository"});
}

std::string add_column_text(std::string_view table, const TableColumn& column) {
  return fmt::format("ALTER TABLE crmtrack.{} ADD COLUMN {}", quoted_name(table), column_text(column));
}

std::string table_name(const index::CopiedView& view) { return fmt::format("crmtrack.{}", quoted_name(view.name)); }

std::string new_rows_name(const index::CopiedView& view) { return fmt::format("pg_temp.\"new_{}\"", view.name); }

std::string create_new_rows_text(const index::CopiedView& view) {
  return fmt::format("CREATE TEMPORARY TABLE \"new_{}\" (LIKE {}) ON COMMIT DROP", view.name, table_name(view));
}

std::string copy_text(const index::CopiedView& view, std::string_view table) {
  return fmt::format("COPY {} ({}) FROM STDIN (FORMAT binary)", table, list_of(columns_of(view)));
}

std::string delete_text(const index::CopiedView& view) {
  const bool has_key = !view.key.empty();
  const std::string of_story = has_key
                                   ? fmt::format("t.{} = s.id AND s.kind = '{}'", quoted_name(view.key),
                                                 view.kind == record::StoryKind::customer ? "customer" : "complaint")
                                   : "t._story = s.story";
  const std::string same =
      has_key ? fmt::format("n.{0} = t.{0}", quoted_name(view.key)) : "n._story = t._story AND n._row = t._row";
  return fmt::format(
      "DELETE FROM {} t USING pg_temp.changed_story s WHERE t.repository = $1 AND {}{} AND NOT EXISTS (SELECT FROM {} "
      "n "
      "WHERE {})",
      table_name(view), of_story, view.moves_with_time ? "" : " AND s.whole", new_rows_name(view), same);
}

std::string merge_text(const index::CopiedView& view) {
  const std::vector<TableColumn> columns = columns_of(view);
  std::string conflict = "NOTHING";
  if (!view.key.empty()) {
    conflict = "UPDATE SET ";
    for (const TableColumn& column : columns)
      if (column.first != "repository" && column.first != view.key)
        conflict += fmt::format("{}{} = excluded.{}", conflict.back() == ' ' ? "" : ", ", quoted_name(column.first),
                                quoted_name(column.first));
    conflict += " WHERE t._row <> excluded._row";
  }
  return fmt::format("INSERT INTO {0} AS t ({1}) SELECT {1} FROM {2} ON CONFLICT ({3}) DO {4}", table_name(view),
                     list_of(columns), new_rows_name(view), list_of(key_of(view)), conflict);
}

}  // namespace crmtrack::exchange
