#pragma once

#include <vector>

#include "command/common/context.hpp"
#include "document/document.hpp"
#include "ledger/audit/finding.hpp"

namespace crmtrack::command {

/// Findings as a table, and as the JSON items of `audit`.
document::Listing findings_listing(Context& context, const std::vector<ledger::Finding>& findings);
/// For people: grouped by what was found, the worst first, with what to do about each group.
document::Document findings_document(Context& context, const std::vector<ledger::Finding>& findings);
/// What to do about a finding: its commit, path and author put in.
std::string mend_for(const ledger::Finding& finding);

}  // namespace crmtrack::command
