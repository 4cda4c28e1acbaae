#pragma once

#include <string>
#include <vector>

#include "document/document.hpp"
#include "ledger/audit/finding.hpp"
#include "util/zone.hpp"

namespace crmtrack::view {

/// Findings as a table, one a row.
document::Table findings_table(const std::vector<ledger::Finding>& findings);
/// The JSON item of a finding, as `audit` prints it.
document::Value finding_item(const ledger::Finding& finding);
/// Findings for people: grouped by what was found, the worst first, with what to do about each group.
document::Document findings_document(const util::Zone& zone, const std::vector<ledger::Finding>& findings);
/// The remedy for a finding, with its commit, path and author put in.
std::string mend_for(const ledger::Finding& finding);

}  // namespace crmtrack::view
