#pragma once

#include <string>
#include <vector>

#include "ledger/ledger.hpp"

namespace crmtrack::ledger {

/// The files of main that may not stand there by the policy in force (paths.hpp), as `PATH: why`.
std::vector<std::string> find_foreign_files(const Ledger& ledger);

}  // namespace crmtrack::ledger
