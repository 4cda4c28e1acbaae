#include "warning/periods.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iterator>

namespace crmtrack::warning {

namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::months;
using std::chrono::year_month_day;

constexpr int kDaysOfWeek = 7;

/// The first date of the period that holds a date.
year_month_day first_date(year_month_day date, Length length) {
  const unsigned month = static_cast<unsigned>(date.month());
  switch (length) {
    case Length::day:
      break;
    case Length::week: {
      const auto weekday = static_cast<int>(std::chrono::weekday{local_days{date}}.iso_encoding());
      return year_month_day{local_days{date} - days{weekday - 1}};
    }
    case Length::month:
      return date.year() / date.month() / 1;
    case Length::quarter:
      return date.year() / std::chrono::month{month - (month - 1) % 3} / 1;
    case Length::year:
      return date.year() / 1 / 1;
  }
  return date;
}

/// The first date of the period so many periods later.
year_month_day moved(year_month_day first, Length length, int count) {
  switch (length) {
    case Length::day:
      break;
    case Length::week:
      return year_month_day{local_days{first} + days{kDaysOfWeek * count}};
    case Length::month:
      return first + months{count};
    case Length::quarter:
      return first + months{3 * count};
    case Length::year:
      return first + months{12 * count};
  }
  return year_month_day{local_days{first} + days{count}};
}

/// The week's number by ISO 8601, with its year: that of its Thursday.
std::string week_name(year_month_day monday) {
  const year_month_day thursday{local_days{monday} + days{3}};
  const auto day_of_year = (local_days{thursday} - local_days{thursday.year() / 1 / 1}).count();
  return fmt::format("{:04}-w{:02}", static_cast<int>(thursday.year()), day_of_year / kDaysOfWeek + 1);
}

}  // namespace

std::optional<Length> parse_length(std::string_view word) {
  const auto found = std::find(std::begin(kLengths), std::end(kLengths), word);
  if (found == std::end(kLengths)) return std::nullopt;
  return static_cast<Length>(found - std::begin(kLengths));
}

Periods::Periods(Length length, const util::Zone& zone, util::Instant first, util::Instant now)
    : length_(length), zone_(zone) {
  const year_month_day current = first_date(zone.date_of(now), length);
  const util::Instant earliest = zone.start_of(first_date(zone.date_of(std::min(first, now)), length));
  util::Instant edge = zone.start_of(current);
  edges_.push_back(edge);
  for (int back = 1; edge > earliest && edges_.size() <= kMost; ++back) {
    edge = zone.start_of(moved(current, length, -back));
    edges_.push_back(edge);
  }
  std::reverse(edges_.begin(), edges_.end());
}

std::optional<std::size_t> Periods::find(util::Instant time) const {
  const auto after = std::upper_bound(edges_.begin(), edges_.end(), time);
  if (after == edges_.begin() || after == edges_.end()) return std::nullopt;
  return static_cast<std::size_t>(after - edges_.begin()) - 1;
}

std::size_t Periods::first_from(util::Instant time) const {
  const auto from = std::lower_bound(edges_.begin(), edges_.end(), time);
  return std::min(size(), static_cast<std::size_t>(from - edges_.begin()));
}

std::string Periods::name_of(std::size_t place) const {
  const year_month_day date = zone_.date_of(begin_of(place));
  const int year = static_cast<int>(date.year());
  const unsigned month = static_cast<unsigned>(date.month());
  switch (length_) {
    case Length::day:
      break;
    case Length::week:
      return week_name(date);
    case Length::month:
      return fmt::format("{:04}-{:02}", year, month);
    case Length::quarter:
      return fmt::format("{:04}-q{}", year, (month + 2) / 3);
    case Length::year:
      return fmt::format("{:04}", year);
  }
  return util::format_date(date);
}

}  // namespace crmtrack::warning
