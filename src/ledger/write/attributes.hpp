#pragma once

#include <string_view>

#include "git/reference/location.hpp"

namespace crmtrack::ledger {

/// Adds a line to the attributes that Git reads for this repository alone (`info/attributes`), where it is missing. All
/// other lines stay. Throws Error(repository) where the file cannot be written.
void add_attributes(const git::Location& location, std::string_view line);
/// Whether the line is there.
bool has_attributes(const git::Location& location, std::string_view line);

}  // namespace crmtrack::ledger
