#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "ledger/ledger.hpp"

namespace crmtrack::ledger {

/// The subject of main's first commit where `init --bare` made it. A ledger that is sent there knows by it that nobody
/// works with the one that began there.
inline constexpr std::string_view kServerBegins = "Begin a data repository for a server";

/// Creates or completes a data repository: both branches, private modes, the `policy/` templates and README.md on main,
/// and the ledger's first commit (`ledgers/<id>.yaml`, `format: 1`). Throws Error(refused) where it is one already.
Ledger init(const std::filesystem::path& directory, bool bare, git::Environment environment,
            const std::map<std::string, std::string>& main_files, std::string_view ledger_id, util::Timestamp now);

}  // namespace crmtrack::ledger
