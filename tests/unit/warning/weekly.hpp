#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "warning/periods.hpp"
#include "warning/series.hpp"

namespace crmtrack::warning::test {

/// A Monday, in UTC.
inline const util::Instant kMonday = util::parse_rfc3339("2026-01-05T00:00:00Z")->utc;
inline util::Instant week(std::size_t number) { return kMonday + std::chrono::days(7 * static_cast<int>(number)); }

/// A series with so many events in each week from the second week of the year on, spread over the week; and one event
/// in the first week, so that the counts begin with the second.
inline Series weekly(const std::vector<int>& counts, Measure measure = Measure::volume, std::string group = "") {
  Series series{measure, std::move(group), {}, {{kMonday, 1, true}}};
  std::int64_t story = 1;
  for (std::size_t i = 0; i < counts.size(); ++i)
    for (int k = 0; k < counts[i]; ++k)
      series.events.push_back({week(i + 1) + std::chrono::minutes(10080 * k / counts[i]), ++story, true});
  return series;
}

inline Periods weeks(std::size_t count) {
  return Periods(Length::week, util::Zone::utc(), kMonday, week(count) + std::chrono::hours(30));
}

/// `count` weeks with this many each.
inline std::vector<int> steady(std::size_t count, int each) { return std::vector<int>(count, each); }

/// Counts that scatter about as chance lets them, around 4 a week.
inline const std::vector<int> kUsual{4, 6, 3, 5, 2, 4, 7, 3, 4, 2, 5, 4, 1, 6, 4, 3, 5, 4, 2, 6};

inline std::vector<int> then(std::vector<int> first, const std::vector<int>& more) {
  first.insert(first.end(), more.begin(), more.end());
  return first;
}

}  // namespace crmtrack::warning::test
