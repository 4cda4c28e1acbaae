#pragma once

#include "query/filter.hpp"

namespace crmtrack::index {

/// Where a condition is to hold: on the table of complaints, or on the view; both under the alias `complaint`.
enum class Base { table, view };

/// How the filter language reaches complaints in SQL, as they are at `now`.
query::SqlSchema filter_schema(Base base, util::Instant now);

}  // namespace crmtrack::index
