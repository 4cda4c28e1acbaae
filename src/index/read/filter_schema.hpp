#pragma once

#include <vector>

#include "index/sqlite/database.hpp"
#include "query/filter.hpp"
#include "query/filter_sql.hpp"

namespace crmtrack::index {

/// How the filter language reaches complaints in SQL, as they are at `now`: the table under the alias `complaint`.
query::SqlSchema filter_schema(util::Instant now);

/// Binds the parameters of a filter or a report. The values must outlive the stepping.
void bind_parameters(Statement& statement, const std::vector<query::SqlValue>& parameters);

}  // namespace crmtrack::index
