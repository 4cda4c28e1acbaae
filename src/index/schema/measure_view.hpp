#pragma once

#include <vector>

#include "index/schema/columns.hpp"

/// The view `measure`: a row a complaint with the durations, counts and flags that measures are computed from
/// (docs/measures.md), so that a figure is an aggregate of one column. It has what reports count: no void complaint,
/// and none of which no record says that it was received. A flag that does not apply is NULL, so that avg() is the
/// share.
namespace crmtrack::index {

/// The columns, over complaints as `c`.
std::vector<ViewColumn> measure_columns();
/// Which complaints it has.
inline constexpr std::string_view kMeasured = "c.status <> 'void' AND NOT c.bad";

}  // namespace crmtrack::index
