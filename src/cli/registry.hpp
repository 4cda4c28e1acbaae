#pragma once

#include "cli/catalog.hpp"

namespace crmtrack::cli {

/// Every command of the program: those of src/command and the few that are about the command line itself.
const Catalog& registry();

}  // namespace crmtrack::cli
