#pragma once

#include "report/case.hpp"

/// Complaints that came in and that ended in a period, as several reports count it.
namespace crmtrack::report {

/// The complaints received in the period (`volume`).
Measure volume_of(const Input& input);
/// Those that were first resolved, closed or withdrawn in it (`ended`).
Measure ended_of(const Input& input);
/// The second for each of the first (`clearance`): a ratio of two flows, without an interval.
Measure clearance_of(const Input& input);

}  // namespace crmtrack::report
