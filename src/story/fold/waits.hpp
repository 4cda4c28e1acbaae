#pragma once

#include <optional>
#include <string>
#include <vector>

#include "calendar/pauses.hpp"
#include "story/fold/readings.hpp"
#include "story/wait_span.hpp"

namespace crmtrack::story {

/// The times in which clocks of a complaint stand still: while we wait for the customer, and, for the resolution, from
/// an answer to its rejection or a reopening (docs/domain.md, Pauses).
class Waits {
 public:
  /// We begin to wait for the customer.
  void begin(const Reading& wait);
  /// The complaint is not `waiting`: the wait that goes on, if there is one, has ended.
  void leave(util::Instant at);
  /// A contact from the customer: it ends a pause that began before it, even when it is recorded later.
  void contact(util::Instant at) { contacts_.push_back(at); }
  /// The answer went out: the resolution's clock stands still.
  void answered(util::Instant at) { answered_ = at; }
  /// The answer was rejected, or the case reopened: that clock goes on.
  void taken_up(util::Instant at);

  /// The waits for the customer, with the ends that their contacts give them.
  [[nodiscard]] std::vector<WaitSpan> spans() const;
  [[nodiscard]] calendar::Pauses waiting() const;
  /// The pauses of the resolution: the waits, and the times in which an answer stood. `kept` is when the promise was
  /// kept, where it is: later pauses are none of it.
  [[nodiscard]] calendar::Pauses of_resolution(std::optional<util::Instant> kept) const;

 private:
  std::vector<WaitSpan> waits_;
  std::vector<util::Instant> contacts_;
  std::vector<calendar::Pause> stood_;
  std::optional<util::Instant> answered_;
};

/// The pauses of a promise that was kept then: those that began before.
calendar::Pauses pauses_until(const std::vector<calendar::Pause>& pauses, std::optional<util::Instant> kept);

}  // namespace crmtrack::story
