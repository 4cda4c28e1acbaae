#pragma once

#include "cli/catalog.hpp"
#include "document/value.hpp"

namespace crmtrack::cli {

/// Commands, options and positionals as data, with the synopsis as `-h` prints it.
document::Value to_value(const Catalog& catalog);

}  // namespace crmtrack::cli
