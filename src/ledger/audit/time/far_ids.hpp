#pragma once

#include <vector>

#include "ledger/audit/finding.hpp"
#include "ledger/audit/history.hpp"

namespace crmtrack::ledger {

/// Refuses records with an id of a time more than a year ahead, as a server does: the next record of a story has a
/// later id, so an id at the end of time would be the story's last. Accepts an id that only follows the newest one that
/// was there.
void refuse_far_ids(const git::Repository& repository, const AuditedHistory& history, util::Instant now,
                    std::vector<Finding>& findings);

}  // namespace crmtrack::ledger
