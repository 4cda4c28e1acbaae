#pragma once

#include <string_view>

namespace crmtrack::ledger {

/// Whether the machine made a record's id from what it says (DESIGN: the cause's time, and a hash of key and canonical
/// bytes): then everybody who records it makes the same record.
bool has_derived_id(std::string_view path, std::string_view text);
/// The same of a record that has been read: its id, the `key` that stands in it, and its bytes.
bool is_derived_id(std::string_view id, std::string_view key, std::string_view text);

}  // namespace crmtrack::ledger
