#pragma once

#include <map>
#include <string>

#include "ledger/repository.hpp"

namespace crmtrack::ledger {

/// See Ledger::commit_main.
void commit_to_main(const Repository& repository, const std::map<std::string, std::string>& files,
                    const std::string& message, util::Timestamp now);

}  // namespace crmtrack::ledger
