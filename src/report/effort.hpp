#pragma once

#include "report/case.hpp"

namespace crmtrack::report {

/// The minutes that people wrote down, with the customer and without (docs/measures.md, report effort).
Report make_effort(const Input& input);
/// The minutes of the period, as other reports show them too (`minutes`).
Measure minutes_of(const Input& input);

}  // namespace crmtrack::report
