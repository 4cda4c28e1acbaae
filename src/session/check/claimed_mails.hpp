#pragma once

#include <vector>

#include "ledger/audit/report.hpp"
#include "session/session.hpp"

namespace crmtrack::session {

/// Finds the mails, of those that people say to have sent, whose Message-ID another mail of ours has as well: answers
/// go to the one that was recorded first, and somebody may have claimed the id to draw them.
std::vector<ledger::Finding> find_claimed_mails(Session& session, const std::vector<ledger::SentMail>& sent);

}  // namespace crmtrack::session
