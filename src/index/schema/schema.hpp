#pragma once

#include <span>
#include <string>
#include <string_view>

#include "index/schema/columns.hpp"

/// The tables of the index and the views that `sql` reads. Times are whole UTC seconds in the tables (`…_unix`),
/// RFC 3339 text in the views; absent values are NULL; booleans are 0 and 1. Which columns there are stands in
/// complaint_table.cpp, folded_tables.cpp, record_tables.cpp and file_tables.cpp; crmtrack-sql(7) describes those of
/// the views.
namespace crmtrack::index {

/// Another number, another file: an older index is never read as if it were ours.
inline constexpr int kSchemaVersion = 20;
/// Counts up whenever the fold, or what is taken from it, gives another answer for the same records.
inline constexpr int kFoldVersion = 26;

/// The tables of folds: complaints, customers, promises, escalations, reviews, praise, steps, values of many-valued
/// keys, moves.
std::string folded_tables(Place place);
/// The tables of stories, records and files that could not be read.
std::string record_tables(Place place);
/// The tables that only the file has: the key, policy texts, sources, full text.
std::string file_tables();
/// Of these, the full text.
std::string words_table();
/// Made after the bulk of the rows: ten times cheaper than keeping them up with each row.
std::string secondary_indexes(Place place);

/// A table with rows that a fold made, and its column with the story.
struct FoldedTable {
  std::string_view name, story;
};
std::span<const FoldedTable> tables_of_folds();

}  // namespace crmtrack::index
