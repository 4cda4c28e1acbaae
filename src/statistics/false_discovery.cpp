#include "statistics/false_discovery.hpp"

#include <algorithm>

namespace crmtrack::statistics {

std::vector<bool> discoveries(const std::vector<double>& p, double q) {
  std::vector<double> sorted = p;
  std::sort(sorted.begin(), sorted.end());
  std::size_t rejected = 0;
  for (std::size_t i = sorted.size(); i > 0 && rejected == 0; --i)
    if (sorted[i - 1] <= static_cast<double>(i) / static_cast<double>(sorted.size()) * q) rejected = i;
  std::vector<bool> found(p.size());
  for (std::size_t i = 0; i < p.size(); ++i) found[i] = rejected > 0 && p[i] <= sorted[rejected - 1];
  return found;
}

}  // namespace crmtrack::statistics
