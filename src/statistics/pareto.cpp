#include "statistics/pareto.hpp"

#include <algorithm>
#include <numeric>

namespace crmtrack::statistics {

std::size_t vital_few(std::vector<std::size_t> counts) {
  std::sort(counts.rbegin(), counts.rend());
  const std::size_t total = std::accumulate(counts.begin(), counts.end(), std::size_t{0});
  std::size_t sum = 0, few = 0;
  while (few < counts.size() && sum * 5 < total * 4) sum += counts[few++];
  return few;
}

}  // namespace crmtrack::statistics
