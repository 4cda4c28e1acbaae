#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "document/chart.hpp"

namespace crmtrack::render {

/// From the smallest to the greatest of some values, and always with 0: no chart makes a small difference look great by
/// leaving zero out.
class Range {
 public:
  /// Widens the range to a value; takes no notice of one that is absent or not finite.
  void take(std::optional<double> value);
  void take(const document::Estimate& estimate);
  [[nodiscard]] double low() const { return low_; }
  [[nodiscard]] double high() const { return high_; }
  /// Whether each value taken was a whole number.
  [[nodiscard]] bool is_whole() const { return whole_; }

 private:
  double low_ = 0, high_ = 0;
  bool whole_ = true;
};

/// A scale with ticks at round numbers; the first and the last tick are its ends.
struct Scale {
  double low = 0, high = 1;
  std::vector<double> ticks;
  /// Where a value stands between the ends: 0 to 1. Values beyond an end stand at it.
  [[nodiscard]] double share_of(double value) const;
};

/// The scale of a range, with two ticks at least and about `wanted`.
Scale scale_of(const Range& range, std::size_t wanted);

/// Where places stand on an axis: seconds since 1970 where each place has a time later than the one before, else 0, 1,
/// 2 …
std::vector<double> positions_of(const std::vector<document::Place>& places);
/// Whether `positions_of` tells times.
bool has_times(const std::vector<document::Place>& places);

}  // namespace crmtrack::render
