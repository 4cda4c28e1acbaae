#include "report/money.hpp"

#include <algorithm>
#include <array>

namespace crmtrack::report {

namespace {

constexpr std::array<std::string_view, 17> kWithoutMinor{"BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG",
                                                         "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"};
constexpr std::array<std::string_view, 7> kThousandths{"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"};
constexpr std::array<std::string_view, 2> kTenThousandths{"CLF", "UYW"};

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& all, std::string_view one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

template <class Number>
std::string digits_of(Number number) {
  std::string digits;
  do {
    digits += static_cast<char>('0' + static_cast<int>(number % 10));
    number /= 10;
  } while (number > 0);
  std::reverse(digits.begin(), digits.end());
  return digits;
}

}  // namespace

int minor_digits(std::string_view currency) {
  if (is_among(kWithoutMinor, currency)) return 0;
  if (is_among(kThousandths, currency)) return 3;
  return is_among(kTenThousandths, currency) ? 4 : 2;
}

void MoneySum::add(std::string_view amount) {
  const std::size_t point = std::min(amount.find('.'), amount.size());
  Wide whole = 0;
  for (const char digit : amount.substr(0, point)) whole = whole * 10 + (digit - '0');
  std::string places(amount.substr(std::min(point + 1, amount.size())));
  places.resize(kPlaces, '0');
  Wide fraction = 0;
  for (const char digit : places) fraction = fraction * 10 + (digit - '0');
  whole_ += whole;
  fraction_ += fraction;
  ++count_;
}

std::string MoneySum::text(int places) const {
  std::string fraction = digits_of(fraction_ % kUnit);
  fraction.insert(0, static_cast<std::size_t>(kPlaces) - fraction.size(), '0');
  const std::size_t last = fraction.find_last_not_of('0');
  const std::size_t needed = last == std::string::npos ? 0 : last + 1;
  fraction.resize(std::max(static_cast<std::size_t>(places), needed));
  const std::string whole = digits_of(whole_ + fraction_ / kUnit);
  return fraction.empty() ? whole : whole + "." + fraction;
}

std::string MoneySum::mean(int places) const {
  if (count_ == 0) return {};
  const auto n = static_cast<Wide>(count_);
  const Wide whole = whole_ + fraction_ / kUnit;
  // The remainder of the whole is divided with the fraction. 10^18 times the count stays below 2^127.
  Wide rest = (whole % n) * kUnit + fraction_ % kUnit;
  Wide unit = kUnit;
  for (int place = 0; place < places; ++place) unit /= 10;
  const Wide half = n * unit;
  Wide steps = (2 * rest + half) / (2 * half);  // half up, in units of 10^-places
  Wide scale = kUnit / unit;
  std::string text = digits_of(whole / n + steps / scale);
  if (places == 0) return text;
  std::string fraction = digits_of(steps % scale);
  fraction.insert(0, static_cast<std::size_t>(places) - fraction.size(), '0');
  return text + "." + fraction;
}

}  // namespace crmtrack::report
