#pragma once

#include <string>
#include <string_view>

#include "story/complaint.hpp"
#include "story/lifecycle.hpp"
#include "util/zone.hpp"

namespace crmtrack::story {

/// Why a move of the lifecycle (docs/domain.md, Lifecycle) is not allowed from where the complaint stands; empty where
/// it is. Repeating the present status is allowed while it is contested: that settles it.
std::string refusal_of(Move move, const Complaint& complaint);

/// Why nobody waits for `on`: the customer only while they owe us something.
std::string waiting_refusal(const Complaint& complaint, std::string_view on);

/// Why it is too late to reopen: more than `reopen_days` local dates after it was last resolved or closed.
std::string reopen_refusal(const Complaint& complaint, util::Instant now, int reopen_days, const util::Zone& zone);

/// Why silence is no acceptance yet: it takes an answer, two attempts to reach the customer with no word from them
/// since, and then `silence_days` whole local dates.
std::string silence_refusal(const Complaint& complaint, util::Instant now, int silence_days, const util::Zone& zone);

}  // namespace crmtrack::story
