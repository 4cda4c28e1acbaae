#pragma once

#include "report/case.hpp"

namespace crmtrack::report {

/// The age of a complaint now, a difference of local dates.
std::int64_t age_in_days(const Input& input, const Case& item);
/// Adds the number of complaints that are open now (`backlog`), and the table of their ages (`backlog_age`).
void add_backlog(const Input& input, Report& report);

}  // namespace crmtrack::report
