#pragma once

#include "report/case.hpp"

namespace crmtrack::report {

/// Complaints that come in, end and stay, and how long it takes (docs/measures.md, report flow).
Report make_flow(const Input& input);

}  // namespace crmtrack::report
