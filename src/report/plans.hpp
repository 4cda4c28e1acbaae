#pragma once

#include "report/case.hpp"

/// The steps of plans, and how well they are kept: by their first dates, and whether they helped.
namespace crmtrack::report {

Report make_plans(const Input& input);

}  // namespace crmtrack::report
