#pragma once

#include "report/case.hpp"

namespace crmtrack::report {

/// Good interactions of the period, of good and bad ones (`praise`).
Measure praise_of(const Input& input);

}  // namespace crmtrack::report
