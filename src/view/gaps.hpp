#pragma once

#include <vector>

#include "document/document.hpp"
#include "document/value.hpp"
#include "index/row.hpp"
#include "view/setting.hpp"

namespace crmtrack::view {

/// Gaps as a table, one a row.
document::Table gap_table(const Setting& setting, const std::vector<index::GapRow>& rows, Reader reader);
/// The JSON item of a gap.
document::Value gap_item(const Setting& setting, const index::GapRow& row);

}  // namespace crmtrack::view
