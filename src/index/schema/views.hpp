#pragma once

#include <string>
#include <vector>

#include "index/schema/columns.hpp"
#include "util/time.hpp"

namespace crmtrack::index {

/// A view that `sql` reads, and that `export sqlite` and `export postgres` write as a table. Its name, and those of its
/// columns, stay: scripts of users name them. crmtrack-sql(7) describes each column.
struct View {
  std::string_view name;
  std::vector<ViewColumn> columns;
  std::string query;              ///< `{now}` is the moment of which it speaks
  std::string_view order = {};    ///< columns that put its rows in an order which is the same in every clone
  std::string_view key = {};      ///< the column that no two rows share, where there is one
  bool is_of_complaints = false;  ///< its column `complaint`, where not NULL, names a row of the view `complaint`
};

/// How the queries of views give a row.
enum class ViewForm {
  shown,   ///< as people read it
  copied,  ///< for a copy elsewhere: behind the number of its story, the column `story_number`; times are seconds
};

/// All of them. `stories` is a query for the numbers of stories: only what belongs to them is shown; empty: all is.
std::vector<View> all_views(std::string_view stories = {}, ViewForm form = ViewForm::shown);

/// The views as they are at `now`: `CREATE TEMP VIEW` statements (and what drops those of before).
std::string create_views(util::Instant now);

/// The names of the views, for people: `complaint, record and measure`.
std::string view_names();

}  // namespace crmtrack::index
