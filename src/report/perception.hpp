#pragma once

#include "report/case.hpp"

namespace crmtrack::report {

/// How customers perceive us, by project where nothing else is asked for (docs/measures.md, report perception).
Report make_perception(const Input& input);

}  // namespace crmtrack::report
