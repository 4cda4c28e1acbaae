#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "util/time.hpp"

namespace crmtrack::calendar {

/// A time in which a clock stands still, half-open. One without an end goes on.
struct Pause {
  util::Instant from;
  std::optional<util::Instant> to;
  friend bool operator==(const Pause&, const Pause&) = default;
};

/// Pauses in order, those that overlap or touch as one, those without length left out: time that two pauses share
/// counts once.
class Pauses {
 public:
  Pauses() = default;
  explicit Pauses(std::vector<Pause> pauses);

  [[nodiscard]] const std::vector<Pause>& list() const { return pauses_; }
  [[nodiscard]] bool empty() const { return pauses_.empty(); }
  /// Where the first pause stands that ends after an instant.
  [[nodiscard]] std::vector<Pause>::const_iterator after(util::Instant time) const;
  friend bool operator==(const Pauses&, const Pauses&) = default;

 private:
  std::vector<Pause> pauses_;
};

}  // namespace crmtrack::calendar
