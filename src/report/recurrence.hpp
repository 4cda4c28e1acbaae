#pragma once

#include "report/case.hpp"

namespace crmtrack::report {

/// Whether a cause comes back after it was fixed (docs/measures.md, report recurrence). Reads Key::cause and the steps.
Report make_recurrence(const Input& input);

}  // namespace crmtrack::report
