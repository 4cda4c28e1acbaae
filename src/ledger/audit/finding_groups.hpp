#pragma once

#include "ledger/audit/finding.hpp"

namespace crmtrack::ledger {

/// Whether a finding may go away by itself: an absent object has come, the future has passed, main now says who is in
/// the directory, or others have gone on from one of two complaint records.
bool is_passing(FindingKind kind);
/// Whether a finding is about commits and so is remembered. Findings that compare with the present are made anew by
/// each audit.
bool is_of_commits(const Finding& finding);
bool is_of_signatures(FindingKind kind);

}  // namespace crmtrack::ledger
