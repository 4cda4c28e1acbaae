#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <vector>

#include "calendar/pauses.hpp"
#include "calendar/plan.hpp"
#include "util/time.hpp"

namespace crmtrack::calendar::testing {

/// Business time as a patient person counts it: step by step through a window of time, with a clock on the wall and
/// without a sum. It shares with the program the offset of a zone at an instant (`Zone::to_local`), and no more.
///
/// A wall clock that is set back shows times that it has shown before. The rules of the program come down to one: an
/// interval is open while the furthest time that the clock has ever shown lies in it.
class SlowClock {
 public:
  /// All starts, ends and hours must be multiples of the step.
  SlowClock(const Plan& plan, util::Instant from, util::Instant to, std::chrono::seconds step);

  [[nodiscard]] std::chrono::seconds elapsed(util::Instant start, util::Instant stop, const Pauses& pauses) const;
  /// Null where the window ends first.
  [[nodiscard]] std::optional<util::Instant> reach(util::Instant start, std::chrono::seconds amount,
                                                   const Pauses& pauses) const;
  /// The close of the n-th business day after the day of receipt.
  [[nodiscard]] std::optional<util::Instant> close_of(util::Instant start, int n) const;
  /// The last second of the n-th date after that of the start.
  [[nodiscard]] std::optional<util::Instant> end_of_date(util::Instant start, int n) const;

 private:
  struct WallInterval {
    Date date;
    std::chrono::local_seconds from;
    std::chrono::local_seconds to;
  };
  /// The intervals of a date and of the one before it.
  static std::vector<WallInterval> intervals_around(const Plan& plan, Date date);
  [[nodiscard]] std::size_t index_of(util::Instant time) const;
  [[nodiscard]] util::Instant time_of(std::size_t index) const;
  /// Which steps count: those that are open and not paused.
  [[nodiscard]] std::vector<char> counted(const Pauses& pauses) const;

  util::Instant from_;
  std::chrono::seconds step_;
  std::vector<char> open_;
  std::vector<Date> dates_;
  std::map<Date, std::size_t> closes_;  // the end of the last open step that a date's own hours have
};

}  // namespace crmtrack::calendar::testing
