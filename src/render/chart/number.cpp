#include "render/chart/number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "util/text/rounded.hpp"

namespace crmtrack::render {

namespace {

constexpr double kTooGreat = 1e15;  ///< from here on a number has more digits than anyone reads

std::string without_zeros(std::string digits) {
  if (digits.find('.') == std::string::npos) return digits;
  while (digits.ends_with('0')) digits.pop_back();
  if (digits.ends_with('.')) digits.pop_back();
  return digits;
}

}  // namespace

std::optional<double> finite(std::optional<double> value) {
  return value && std::isfinite(*value) ? value : std::nullopt;
}

std::string plain_number(std::optional<double> value) { return finite(value) ? fmt::format("{}", *value) : ""; }

std::string shown_number(std::optional<double> value, std::string_view unit) {
  if (!finite(value)) return "-";
  if (std::abs(*value) >= kTooGreat) return fmt::format("{:.4g}", *value);
  if (unit == "share") return util::rounded(*value * 100, 1) + " %";
  if (*value == std::floor(*value)) return fmt::format("{}", static_cast<long long>(*value));
  return util::rounded(*value, 2);
}

std::string tick_number(double value, std::string_view unit) {
  if (std::abs(value) >= kTooGreat) return fmt::format("{:.4g}", value);
  if (unit == "share") return without_zeros(util::rounded(value * 100, 4)) + " %";
  return std::abs(value) > 0 && std::abs(value) < 1e-4 ? fmt::format("{:.4g}", value)
                                                       : without_zeros(util::rounded(value, 6));
}

std::string shown_unit(std::string_view unit) {
  std::string shown{unit};
  std::replace(shown.begin(), shown.end(), '_', ' ');
  return shown;
}

}  // namespace crmtrack::render
