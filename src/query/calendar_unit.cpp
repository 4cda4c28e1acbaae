#include "query/calendar_unit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace crmtrack::query {

namespace {

using std::chrono::local_days;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 6> kUnitNames{"day", "week", "month", "quarter", "half", "year"};

year_month_day shift_days(year_month_day date, int count) {
  return year_month_day{local_days{date} + std::chrono::days{count}};
}

/// The number of the week by ISO 8601 that begins on a Monday, with its year: that of its Thursday.
std::string week_name(year_month_day monday) {
  const year_month_day thursday = shift_days(monday, 3);
  const auto since = local_days{thursday} - local_days{thursday.year() / std::chrono::January / std::chrono::day{1}};
  return fmt::format("{:04}-w{:02}", static_cast<int>(thursday.year()), since.count() / 7 + 1);
}

}  // namespace

std::optional<Unit> parse_unit(std::string_view word) {
  const auto found = std::find(kUnitNames.begin(), kUnitNames.end(), word);
  if (found == kUnitNames.end()) return std::nullopt;
  return static_cast<Unit>(found - kUnitNames.begin());
}

year_month_day start_of_unit(year_month_day date, Unit unit) {
  using std::chrono::day;
  switch (unit) {
    case Unit::day:
      return date;
    case Unit::week: {
      const std::chrono::weekday weekday{local_days{date}};
      return shift_days(date, 1 - static_cast<int>(weekday.iso_encoding()));
    }
    case Unit::month:
      return date.year() / date.month() / day{1};
    case Unit::quarter: {
      const unsigned month = static_cast<unsigned>(date.month());
      return date.year() / std::chrono::month{month - (month - 1) % 3} / day{1};
    }
    case Unit::half:
      return date.year() / std::chrono::month{date.month() < std::chrono::July ? 1U : 7U} / day{1};
    case Unit::year:
      return date.year() / std::chrono::month{1} / day{1};
  }
  return date;
}

year_month_day step_units(year_month_day first, Unit unit, int count) {
  using std::chrono::months;
  switch (unit) {
    case Unit::day:
      return shift_days(first, count);
    case Unit::week:
      return shift_days(first, 7 * count);
    case Unit::month:
      return first + months{count};
    case Unit::quarter:
      return first + months{3 * count};
    case Unit::half:
      return first + months{6 * count};
    case Unit::year:
      return first + months{12 * count};
  }
  return first;
}

std::string name_of_unit(year_month_day first, Unit unit) {
  const int year = static_cast<int>(first.year());
  const unsigned month = static_cast<unsigned>(first.month());
  switch (unit) {
    case Unit::day:
      return util::format_date(first);
    case Unit::week:
      return week_name(first);
    case Unit::month:
      return fmt::format("{:04}-{:02}", year, month);
    case Unit::quarter:
      return fmt::format("{:04}-q{}", year, (month - 1) / 3 + 1);
    case Unit::half:
      return fmt::format("{:04}-h{}", year, (month - 1) / 6 + 1);
    case Unit::year:
      return fmt::format("{:04}", year);
  }
  return {};
}

std::size_t count_units(Unit unit, util::Instant from, util::Instant until, const util::Zone& zone) {
  if (until <= from) return 0;
  std::size_t count = 0;
  for (auto first = start_of_unit(zone.date_of(from), unit); zone.start_of(first) < until; ++count)
    first = step_units(first, unit, 1);
  return count;
}

std::vector<UnitSpan> split_span(Unit unit, util::Instant from, util::Instant until, const util::Zone& zone) {
  std::vector<UnitSpan> units;
  year_month_day first = start_of_unit(zone.date_of(from), unit);
  for (util::Instant begin = from; begin < until;) {
    const year_month_day next = step_units(first, unit, 1);
    const util::Instant end = std::min(zone.start_of(next), until);
    units.push_back({name_of_unit(first, unit), begin, end});
    first = next;
    begin = end;
  }
  return units;
}

}  // namespace crmtrack::query
