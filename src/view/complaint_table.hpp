#pragma once

#include <vector>

#include "document/document.hpp"
#include "index/row.hpp"
#include "view/setting.hpp"

namespace crmtrack::view {

/// Complaints as a table (DESIGN §3: id, status, severity, received_at, customer, project, reason, owner, level,
/// overdue, summary). For a person, columns that say nothing in any row are hidden.
document::Table complaint_table(const Setting& setting, const std::vector<index::Row>& rows, Reader reader);

}  // namespace crmtrack::view
