#pragma once

#include <string>

#include "calendar/plan.hpp"
#include "util/time.hpp"

namespace crmtrack::calendar {

/// `2026-12-25`.
inline std::string format_date(Date date) { return util::format_date(std::chrono::year_month_day(date)); }

}  // namespace crmtrack::calendar
