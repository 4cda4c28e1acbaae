#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "util/time.hpp"
#include "util/zone.hpp"

namespace crmtrack::query {

/// A unit of the calendar; a week is that of ISO 8601, from Monday.
enum class Unit { day, week, month, quarter, half, year };

/// The words of the units, in their order.
inline constexpr std::string_view kUnitWords = "day, week, month, quarter, half, year";
/// `day`, `week`, `month`, `quarter`, `half`, `year`; nullopt for another word.
std::optional<Unit> parse_unit(std::string_view word);

/// The first day of the unit that a date lies in.
std::chrono::year_month_day start_of_unit(std::chrono::year_month_day date, Unit unit);
/// Goes on by so many units from the first day of one; back where `count` is negative.
std::chrono::year_month_day step_units(std::chrono::year_month_day first, Unit unit, int count);
/// The name of the unit that begins on a date, as filters read it: `2026-10-05`, `2026-w41`, `2026-10`, `2026-q4`,
/// `2026-h2`, `2026`.
std::string name_of_unit(std::chrono::year_month_day first, Unit unit);

/// A unit of a longer time, half-open.
struct UnitSpan {
  std::string name;
  util::Instant from, until;
};
/// The number of units that [from, until) touches.
std::size_t count_units(Unit unit, util::Instant from, util::Instant until, const util::Zone& zone);
/// The units that [from, until) touches, in order; the first and the last end where that does.
std::vector<UnitSpan> split_span(Unit unit, util::Instant from, util::Instant until, const util::Zone& zone);

}  // namespace crmtrack::query
