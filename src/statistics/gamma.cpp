#include "statistics/gamma.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace crmtrack::statistics {

namespace {

constexpr double kTiny = 1e-300;
constexpr double kPrecise = 1e-16;

/// How many terms a series or fraction of these arguments takes at most: a few standard deviations' worth.
int most_terms(double a, double x) { return 200 + static_cast<int>(20 * std::sqrt(std::max(a, x))); }

/// P by the power series: all terms are positive. Converges fast for x < a + 1.
double lower_series(double a, double x) {
  double term = 1, sum = 1;
  for (int i = 1; i < most_terms(a, x); ++i) {
    term *= x / (a + i);
    sum += term;
    if (term < sum * kPrecise) break;
  }
  return std::min(1.0, gamma_density(a, x) * sum);
}

/// Q by Legendre's continued fraction, evaluated by Lentz's method. Converges fast for x > a + 1.
double upper_fraction(double a, double x) {
  double b = x + 1 - a, c = 1 / kTiny, d = 1 / b, h = d;
  for (int i = 1; i < most_terms(a, x); ++i) {
    const double numerator = -i * (i - a);
    b += 2;
    d = numerator * d + b;
    if (std::abs(d) < kTiny) d = kTiny;
    c = b + numerator / c;
    if (std::abs(c) < kTiny) c = kTiny;
    d = 1 / d;
    h *= d * c;
    if (std::abs(d * c - 1) < kPrecise) break;
  }
  return std::min(1.0, gamma_density(a, x) * a * h);
}

}  // namespace

double stirling_error(double x) {
  if (x < 16) return std::lgamma(x + 1) - (x + 0.5) * std::log(x) + x - 0.5 * std::log(2 * std::numbers::pi);
  const double y = x * x;
  return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / y) / y) / y) / y) / x;
}

double deviance(double x, double m) {
  if (std::abs(x - m) >= 0.1 * (x + m)) return x * std::log(x / m) + m - x;
  // Near the mean the terms above cancel: a series in v = (x − m) / (x + m) does not.
  const double v = (x - m) / (x + m);
  double sum = (x - m) * v, power = 2 * x * v;
  for (int i = 1; i < 1000; ++i) {
    power *= v * v;
    const double next = sum + power / (2 * i + 1);
    if (next == sum) break;
    sum = next;
  }
  return sum;
}

double gamma_density(double a, double x) {
  if (x <= 0) return a == 0 ? 1 : 0;
  if (a == 0) return std::exp(-x);
  if (a < 1e-8) return std::exp(a * std::log(x) - x);
  return std::exp(-stirling_error(a) - deviance(a, x)) / std::sqrt(2 * std::numbers::pi * a);
}

double gamma_lower(double a, double x) {
  if (x <= 0) return 0;
  return x < a + 1 ? lower_series(a, x) : 1 - upper_fraction(a, x);
}

double gamma_upper(double a, double x) {
  if (x <= 0) return 1;
  return x < a + 1 ? 1 - lower_series(a, x) : upper_fraction(a, x);
}

}  // namespace crmtrack::statistics
