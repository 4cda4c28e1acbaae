#include "util/text/rounded.hpp"

#include <fmt/format.h>

namespace crmtrack::util {

namespace {

constexpr int kExactPlaces = 9;  ///< `places` are fewer

/// Adds one to the last digit of a decimal number.
void count_up(std::string& digits) {
  for (std::size_t i = digits.size(); i-- > 0;) {
    if (digits[i] == '.') continue;
    if (digits[i] != '9') {
      ++digits[i];
      return;
    }
    digits[i] = '0';
  }
  digits.insert(0, 1, '1');
}

}  // namespace

std::string rounded(double value, int places) {
  std::string digits = fmt::format("{:.{}f}", value < 0 ? -value : value, kExactPlaces);
  const std::size_t point = digits.size() - kExactPlaces - 1;
  const bool up = digits[point + 1 + static_cast<std::size_t>(places)] >= '5';
  digits.resize(places == 0 ? point : point + 1 + static_cast<std::size_t>(places));
  if (up) count_up(digits);
  const bool is_zero = digits.find_first_not_of("0.") == std::string::npos;
  return value < 0 && !is_zero ? "-" + digits : digits;
}

}  // namespace crmtrack::util
