#pragma once

#include "report/case.hpp"

namespace crmtrack::report {

/// How many complaints came in. The report is split by reason and channel (docs/measures.md, report channels).
Report make_channels(const Input& input);

}  // namespace crmtrack::report
