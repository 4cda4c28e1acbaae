#pragma once

#include <optional>
#include <string_view>

#include "calendar/hours.hpp"

namespace crmtrack::calendar {

/// Which part of a date is closed, where the text of an event of a whole day says that only a part is: `Christmas Eve
/// (from 14:00)`, `Heiligabend ab 14 Uhr`, `Labor Thanksgiving (half day)`. A text that names no time means from noon
/// on; the caller says so.
struct HalfDay {
  WallSpan closed;
  bool has_time = false;  ///< the text named it
};
std::optional<HalfDay> half_day_of(std::string_view summary);

}  // namespace crmtrack::calendar
