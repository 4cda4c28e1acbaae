#pragma once

#include <optional>
#include <vector>

#include "warning/baseline.hpp"
#include "warning/periods.hpp"
#include "warning/series.hpp"

namespace crmtrack::warning {

/// The events of one period of a series.
struct Count {
  double hits = 0;  ///< events; of shares and rates the hits
  double all = 0;   ///< of shares all events, of rates those that are no hits; else 1
};

/// A series counted by periods, and which of them are its baseline. Places are those of `Periods`.
struct Counted {
  std::size_t begin = 0;                       ///< the first complete period: after the one that holds the first event
  std::size_t base_begin = 0;                  ///< the baseline's first period
  std::size_t base_end = 0;                    ///< behind its last; everything from here on is tested
  util::Instant since = util::Instant::min();  ///< from here on the series is compared, where somebody said so
  std::vector<Count> counts;                   ///< from `begin` up to the last complete period

  [[nodiscard]] std::size_t end() const { return begin + counts.size(); }
  [[nodiscard]] const Count& at(std::size_t period) const { return counts[period - begin]; }
  /// Whether the baseline is complete, and a period follows it.
  [[nodiscard]] bool is_tested() const { return base_end > base_begin && base_end < end(); }
};

Counted count(const Series& series, const Periods& periods, const SetBaseline* set);

}  // namespace crmtrack::warning
