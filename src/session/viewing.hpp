#pragma once

#include <string>
#include <vector>

#include "session/session.hpp"

namespace crmtrack::session {

/// Records that the user opens a report of what these people own, so that they can see who looked (docs/domain.md,
/// Viewings). It is written now, into the ledger as it is, also where the session looks at the past. Throws
/// Error(repository) where it cannot be written: then nobody may show the report.
void record_viewing(Session& session, const std::string& report, const std::vector<std::string>& about);

}  // namespace crmtrack::session
