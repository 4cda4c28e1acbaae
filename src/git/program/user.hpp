#pragma once

#include <optional>
#include <string>

#include "git/program/environment.hpp"

namespace crmtrack::git {

/// The user's mail address as `Ledger::author` would give it, where the environment or plain configuration files tell
/// it. Commands that only read and ask for `me` then need no libgit2. nullopt: ask the ledger.
std::optional<std::string> find_plain_email(const Location& location, const Environment& environment);

}  // namespace crmtrack::git
