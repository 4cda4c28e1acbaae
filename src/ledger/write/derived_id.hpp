#pragma once

#include <string_view>

namespace crmtrack::ledger {

/// Whether the machine made the id of the record at a path from what it says (record::is_derived_id).
bool has_derived_id(std::string_view path, std::string_view text);

}  // namespace crmtrack::ledger
