#pragma once

#include "report/case.hpp"

namespace crmtrack::report {

/// Of each promise that policy sets a target for, how many were kept in time (docs/measures.md, report targets).
Report make_targets(const Input& input);

}  // namespace crmtrack::report
