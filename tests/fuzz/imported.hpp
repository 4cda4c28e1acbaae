#pragma once

#include <string>
#include <string_view>

#include "exchange/map.hpp"

namespace crmtrack::fuzz {

/// Imports a table. Every record that comes out is valid and reads back; importing the table again finds all of it
/// known, so that an import run twice changes nothing.
void check_import(std::string_view table, const exchange::Map& map, const std::string& encoding);

const exchange::Map& shipped_map(std::string_view name);

}  // namespace crmtrack::fuzz
