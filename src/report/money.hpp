#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace crmtrack::report {

/// The digits behind the point that a currency has by ISO 4217: 2, but 0 for JPY, 3 for KWD, 4 for CLF.
int minor_digits(std::string_view currency);

/// The exact sum of decimal amounts (digits, a point and digits): nothing is rounded, whatever the number of places.
class MoneySum {
 public:
  void add(std::string_view amount);
  [[nodiscard]] std::size_t count() const { return count_; }
  /// The sum, with at least `places` digits behind the point, and more where amounts had more.
  [[nodiscard]] std::string text(int places) const;
  /// The mean, rounded half up to that many places; empty where nothing was added.
  [[nodiscard]] std::string mean(int places) const;

 private:
  // Amounts have at most 20 characters (record/validate), so both parts stay far below 2^127.
  __extension__ using Wide = __int128;
  static constexpr int kPlaces = 18;
  static constexpr std::int64_t kUnit = 1'000'000'000'000'000'000;  ///< 10^kPlaces

  Wide whole_ = 0;
  Wide fraction_ = 0;  ///< in units of 10^-kPlaces
  std::size_t count_ = 0;
};

}  // namespace crmtrack::report
