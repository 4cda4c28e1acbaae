#pragma once

#include <optional>
#include <string>
#include <vector>

#include "story/complaint.hpp"
#include "util/time.hpp"
#include "util/zone.hpp"

namespace crmtrack::story {

/// How long a customer may stay silent before that counts as acceptance (docs/domain.md, Lifecycle).
struct SilenceRule {
  int days = 14;
  util::Zone zone = util::Zone::utc();  ///< whose dates are counted
  friend bool operator==(const SilenceRule&, const SilenceRule&) = default;
};

/// The two attempts that the rule asks for.
inline constexpr std::size_t kNeededAttempts = 2;

/// The time of the second attempt. Precondition: there are at least two.
util::Instant second_attempt(std::vector<Attempt> attempts);

/// When the silence that follows the attempts becomes acceptance: the first instant after that many whole local dates
/// behind the second attempt. None where there are fewer than two.
std::optional<util::Instant> end_of_silence(const std::vector<Attempt>& attempts, const SilenceRule& rule);

/// The attempt with the newest record: what is said of the silence stands behind it. Precondition: there is one.
std::string newest_attempt(const std::vector<Attempt>& attempts);

}  // namespace crmtrack::story
