#include "story/silence.hpp"

#include <algorithm>
#include <chrono>

namespace crmtrack::story {

util::Instant second_attempt(std::vector<Attempt> attempts) {
  std::ranges::sort(attempts, {}, &Attempt::at);
  return attempts.at(kNeededAttempts - 1).at;
}

std::optional<util::Instant> end_of_silence(const std::vector<Attempt>& attempts, const SilenceRule& rule) {
  if (attempts.size() < kNeededAttempts) return std::nullopt;
  const std::chrono::sys_days second{rule.zone.date_of(second_attempt(attempts))};
  return rule.zone.start_of(second + std::chrono::days{rule.days + 1});
}

std::string newest_attempt(const std::vector<Attempt>& attempts) {
  return std::ranges::max(attempts, {}, &Attempt::record).record;
}

}  // namespace crmtrack::story
