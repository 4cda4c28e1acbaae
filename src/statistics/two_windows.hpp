#pragma once

#include <cstddef>

namespace crmtrack::statistics {

/// Events counted in a window of time.
struct Window {
  std::size_t count = 0;
  double length = 0;
};

/// The window of now and the one before it, in weeks, and the p below which they differ.
constexpr std::size_t kWindowNow = 4;
constexpr std::size_t kWindowBefore = 12;
constexpr double kWindowsBelow = 0.01;

/// The chance that so many of all events, or more, fall into `now` where both windows have one rate: the second count
/// given the sum is binomial. Przyborowski and Wilenski 1940. One-sided: small where the rate rose.
double windows_rose(const Window& before, const Window& now);
/// The chance that so few of all events, or fewer, fall into `now` where both windows have one rate. Small where the
/// rate fell.
double windows_fell(const Window& before, const Window& now);

}  // namespace crmtrack::statistics
