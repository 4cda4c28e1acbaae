#pragma once

#include <map>
#include <optional>
#include <string>

#include "ledger/repository.hpp"

namespace crmtrack::ledger {

/// See Ledger::commit_main.
void commit_to_main(const Repository& repository, const std::map<std::string, std::string>& files,
                    const std::string& message, util::Timestamp now,
                    const std::optional<std::string>& seen = std::nullopt);

}  // namespace crmtrack::ledger
