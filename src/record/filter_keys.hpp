#pragma once

#include <span>

#include "query/filter.hpp"

namespace crmtrack::record {

/// The keys by which the filter language asks for complaints (crmtrack-filter(7)), with the words of vocabulary.hpp. A
/// key needs a second place, from which SQL gets it: the `Use` of its column in index/schema/complaint_table.cpp, or a
/// row of kManyValuedKeys there where it has many values.
std::span<const query::KeySpec> complaint_keys();
/// The keys that policy filters may use: facts of the complaint, never folded state.
std::span<const query::KeySpec> fact_keys();

}  // namespace crmtrack::record
