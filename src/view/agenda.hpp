#pragma once

#include <vector>

#include "document/document.hpp"
#include "index/row.hpp"
#include "view/setting.hpp"

namespace crmtrack::view {

/// Promises as a table, one a row, as `agenda` prints them.
document::Table agenda_table(const Setting& setting, const std::vector<index::PromiseRow>& rows, Reader reader);
/// The JSON item of a promise on the agenda, with the story that it belongs to.
document::Value agenda_item(const Setting& setting, const index::PromiseRow& row);

}  // namespace crmtrack::view
