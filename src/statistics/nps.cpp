#include "statistics/nps.hpp"

#include <algorithm>
#include <cmath>

namespace crmtrack::statistics {

std::optional<Nps> net_promoter(const Answers& answers) {
  const std::size_t total = answers.promoters + answers.passives + answers.detractors;
  if (total == 0) return std::nullopt;
  Nps nps;
  nps.is_adjusted = std::max({answers.promoters, answers.passives, answers.detractors}) == total;
  nps.is_small = total < 30;
  const double more = nps.is_adjusted ? 0.75 : 0;
  const double n = static_cast<double>(total) + 4 * more;
  const double p = (static_cast<double>(answers.promoters) + more) / n;
  const double d = (static_cast<double>(answers.detractors) + more) / n;
  nps.score = 100 * (p - d);
  nps.error = 100 * std::sqrt((p + d - (p - d) * (p - d)) / n);
  nps.low = std::max(-100.0, nps.score - 1.96 * nps.error);
  nps.high = std::min(100.0, nps.score + 1.96 * nps.error);
  return nps;
}

}  // namespace crmtrack::statistics
