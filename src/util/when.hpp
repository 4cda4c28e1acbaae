#pragma once

#include <string_view>

#include "util/time.hpp"
#include "util/zone.hpp"

namespace crmtrack::util {

/// Reads a time as people type it, relative to `now` in `zone`: RFC 3339; `2026-11-21 09:12`; `2026-11-21`; `09:12`
/// (today); `today|yesterday|tomorrow|mon…sun [HH:MM]`; `now`; `-2h`, `+3d`, `-1w` (m, h, d, w).
/// With `end_of_day` the time is a due date: a date without a time is 23:59:59, and a weekday is the next one, today
/// included. Otherwise a date is 00:00, and a weekday is the latest past one. Throws Error(usage) that lists the forms.
Timestamp parse_when(std::string_view text, Instant now, const Zone& zone, bool end_of_day);

}  // namespace crmtrack::util
