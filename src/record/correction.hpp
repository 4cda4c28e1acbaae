#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "record/record.hpp"
#include "record/validate.hpp"

namespace crmtrack::record {

/// Whether a field cannot be corrected: those that say what the record is, its attachments, and which record a
/// correction corrects, since the rights for that were asked when it was written.
bool is_fixed_field(std::string_view field);

/// Gives a field the value that a correction says; null removes it. The field is named as in a correction: `severity`,
/// `redress`, `set.severity`, or of a change simply `severity`. If no record may have that value, returns the problem
/// and leaves the record as it is. `complaint`, which moves a record, is no field of it.
std::optional<Problem> correct_field(Record& record, std::string_view field, const yaml::Node& value);

}  // namespace crmtrack::record
