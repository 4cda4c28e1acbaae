#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "util/time.hpp"

namespace crmtrack::warning {

/// How a series is tested; src/statistics has each method's formula.
enum class Method : std::uint8_t {
  poisson_limit,
  c_chart,
  u_chart,
  laney,
  ewma,
  cusum,
  rare_events,
  two_windows,
  p_chart,
  binomial_limit,
  silence
};
inline constexpr std::string_view kMethodNames[] = {"poisson_limit", "c_chart",        "u_chart",     "laney",
                                                    "ewma",          "cusum",          "rare_events", "two_windows",
                                                    "p_chart",       "binomial_limit", "silence"};
inline std::string_view name_of(Method method) { return kMethodNames[static_cast<std::size_t>(method)]; }

/// A method's answer for one series, at the end of the last complete period.
struct Trial {
  Method method = Method::cusum;
  double value = 0;             ///< the statistic
  double baseline = 0;          ///< its mean, or the share, in the baseline
  std::optional<double> limit;  ///< where the method signals; none: it cannot
  double p = 1;                 ///< one-sided: how rarely chance alone gives such a value
  bool trips = false;
  std::size_t since = 0;    ///< the period in which the method tripped, and has not stopped since
  util::Instant from{};     ///< the events from here on made it trip
  double seen = 0, of = 0;  ///< what the last period, window or customer has, for a sentence; `of` is n of shares
};

}  // namespace crmtrack::warning
