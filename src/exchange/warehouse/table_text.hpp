#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "index/read/view_rows.hpp"

/// The statements of SQL about the tables of a warehouse. Names are written with their schema, `$1` is the repository.
namespace crmtrack::exchange {

/// Of which form the tables are, apart from the columns of the views: counts up when _row or a key changes.
inline constexpr int kWarehouseLayout = 1;
inline constexpr std::string_view kRepositoryTable = "repository";

/// A column as PostgreSQL has it: name, and type as format_type() gives it.
using TableColumn = std::pair<std::string, std::string>;

/// The columns of the table of a view: `repository`, where the view has no key `_story`, `_row`, and the view's own.
std::vector<TableColumn> columns_of(const index::CopiedView& view);
/// The columns of the table that tells what is loaded.
std::vector<TableColumn> repository_columns();

std::string create_table_text(const index::CopiedView& view);
std::string create_repository_text();
std::string add_column_text(std::string_view table, const TableColumn& column);

/// The table itself, and the temporary one with the rows that are new or may be.
std::string table_name(const index::CopiedView& view);
std::string new_rows_name(const index::CopiedView& view);
std::string create_new_rows_text(const index::CopiedView& view);
std::string copy_text(const index::CopiedView& view, std::string_view table);

/// The temporary table of the stories whose rows are replaced.
inline constexpr std::string_view kCreateStories =
    "CREATE TEMPORARY TABLE changed_story (story text COLLATE \"C\" PRIMARY KEY, kind text NOT NULL, "
    "id text COLLATE \"C\" NOT NULL, whole boolean NOT NULL) ON COMMIT DROP";
inline constexpr std::string_view kCopyStories =
    "COPY pg_temp.changed_story (story, kind, id, whole) FROM STDIN (FORMAT binary)";

/// Deletes the rows of those stories that are not among the new ones.
std::string delete_text(const index::CopiedView& view);
/// Inserts the new rows that are not there, and replaces those that say something else.
std::string merge_text(const index::CopiedView& view);

}  // namespace crmtrack::exchange
