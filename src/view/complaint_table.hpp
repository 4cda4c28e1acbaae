#pragma once

#include <vector>

#include "document/document.hpp"
#include "index/row.hpp"
#include "view/setting.hpp"

namespace crmtrack::view {

/// Complaints as a table. For a program: id, status, severity, received_at, customer, project, reason, owner, level,
/// overdue, summary. For a person the id, severity, age, what is due next, status, customer
/// and summary come first, with more where the terminal has room, and without columns that say nothing in any row.
document::Table complaint_table(const Setting& setting, const std::vector<index::Row>& rows, Reader reader);

}  // namespace crmtrack::view
