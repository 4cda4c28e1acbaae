#pragma once

#include <chrono>

namespace crmtrack::ledger {

/// The difference between clocks that is not reported (5 minutes).
inline constexpr std::chrono::seconds kClockSkew = std::chrono::minutes(5);
/// A record that was entered so long after it happened is a warning (7 days).
inline constexpr std::chrono::seconds kEnteredLate = std::chrono::days(7);
/// A clock that is off by more than this is wrong (1 day).
inline constexpr std::chrono::seconds kClockOff = std::chrono::days(1);

}  // namespace crmtrack::ledger
