#pragma once

#include <chrono>

namespace crmtrack::ledger {

/// How far apart clocks may be before anybody is told (5 minutes).
inline constexpr std::chrono::seconds kClockSkew = std::chrono::minutes(5);
/// A record entered so long after it happened is a warning (7 days).
inline constexpr std::chrono::seconds kEnteredLate = std::chrono::days(7);
/// A clock that is off by more than this is one that is wrong (1 day).
inline constexpr std::chrono::seconds kClockOff = std::chrono::days(1);

}  // namespace crmtrack::ledger
