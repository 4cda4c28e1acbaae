#pragma once

#include <optional>
#include <string>

#include "util/time.hpp"

namespace crmtrack::story {

/// A time in which we waited for the customer, half-open (docs/domain.md, Pauses).
struct WaitSpan {
  std::string record;  ///< the change that began it
  util::Instant from{};
  std::optional<util::Instant> recorded_to;  ///< when the complaint left `waiting`; none: it still waits
  std::optional<util::Instant> to;           ///< where the pause ends: there, or at an earlier contact of theirs
};

}  // namespace crmtrack::story
