#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "record/kinds.hpp"
#include "record/record.hpp"

namespace crmtrack::record {

/// What a record is, and the files that lie beside it, cannot be corrected: only what it says.
bool is_fixed_field(std::string_view field);

/// Gives a field the value that a correction says, null takes it away: `severity`, `redress`; `set.severity`, or of a
/// change simply `severity`. Gives what is wrong, and leaves the record as it is, where no record may have that value.
/// `complaint`, which moves a record, is no field of it.
std::optional<Problem> correct_field(Record& record, std::string_view field, const yaml::Node& value);

}  // namespace crmtrack::record
