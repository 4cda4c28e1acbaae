#pragma once

#include "report/case.hpp"
#include "report/report.hpp"

namespace crmtrack::report {

/// The pause audit: for how long complaints are recorded as waiting for the customer, and how much of that lies behind
/// a contact of theirs, so that nobody had to wait any more (docs/measures.md, pause integrity).
Report make_pauses(const Input& input);

}  // namespace crmtrack::report
