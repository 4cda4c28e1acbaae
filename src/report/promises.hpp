#pragma once

#include "report/case.hpp"

namespace crmtrack::report {

/// How promises of both sides are kept, by which evidence, and how old the open ones are (docs/measures.md, report
/// promises).
Report make_promises(const Input& input);

}  // namespace crmtrack::report
