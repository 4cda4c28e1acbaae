#pragma once

#include <vector>

#include "document/document.hpp"
#include "index/row.hpp"
#include "view/setting.hpp"

namespace crmtrack::view {

/// Complaints as a table: id, status, severity, received_at, customer, project, reason, owner, level, overdue, summary.
/// A table for a person hides the columns that say nothing in any row.
document::Table complaint_table(const Setting& setting, const std::vector<index::Row>& rows, Reader reader);

}  // namespace crmtrack::view
