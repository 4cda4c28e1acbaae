#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "util/time.hpp"
#include "util/zone.hpp"
#include "view/setting.hpp"

namespace crmtrack::view {

/// A time for people: `2026-11-21 09:12` in that zone.
std::string local_time(const util::Zone& zone, util::Instant time);
/// A time that a record states, in that zone; without one as the person who wrote it read the clock. Another text stays
/// as it is.
std::string stated_time(const std::string& text, const util::Zone* zone);
/// Whole days from `since` to now, as local dates differ.
std::int64_t age_in_days(const Setting& setting, util::Instant since);

/// How long there is left until a time, in words: `in 40 min`, `in 6 h`, `in 12 d`, `now`; once it is past, `2 d late`.
std::string time_left(const Setting& setting, util::Instant due);

/// A duration in its greatest unit that says enough: `40m`, `30h`, `12d`.
std::string coarse_duration(std::chrono::seconds duration);

}  // namespace crmtrack::view
