#pragma once

#include <optional>
#include <string>

#include "git/program/settings.hpp"

namespace crmtrack::ledger {

/// The remote that the ledger is shared with: `crmtrack.remote`, else that of main's upstream, else `origin`, else the
/// only one.
std::optional<std::string> find_upstream(const git::Settings& settings);
/// Whether a tracking branch is of another remote than the upstream. Then it is a colleague's own branch, which they
/// may mend, amend, or commit anew while nobody has it. False where there is no upstream.
bool is_of_other_remote(const git::Settings& settings, std::string_view tracking, std::string_view branch);

}  // namespace crmtrack::ledger
