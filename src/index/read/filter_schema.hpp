#pragma once

#include "query/filter_sql.hpp"

namespace crmtrack::index {

/// How the filter language reaches complaints in SQL, as they are at `now`: the table under the alias `complaint`.
query::SqlSchema filter_schema(util::Instant now);

}  // namespace crmtrack::index
