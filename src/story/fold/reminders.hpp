#pragma once

#include <optional>
#include <vector>

#include "story/promise.hpp"

namespace crmtrack::story {

/// Says when to ask the customer again for the confirmation that they have owed longest (crmtrack-targets(5), remind):
/// the first reminder behind our last attempt to reach them.
void set_reminder(std::vector<Promise>& promises, std::optional<util::Instant> last_attempt);

}  // namespace crmtrack::story
