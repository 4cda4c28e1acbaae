#pragma once

#include <cstddef>

namespace crmtrack::statistics {

/// An interval of shares, 0 to 1.
struct Interval {
  double low = 0;
  double high = 1;
};

/// The 95 % Wilson score interval of `hits` in `n` (z 1.959964); 0 of 0 is 0 to 1. Wilson 1927.
Interval wilson(std::size_t hits, std::size_t n);

}  // namespace crmtrack::statistics
