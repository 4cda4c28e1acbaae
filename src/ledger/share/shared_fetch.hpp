#pragma once

#include <set>
#include <string>

#include "git/program/git_program.hpp"
#include "ledger/ledger.hpp"

namespace crmtrack::ledger {

/// Fetches `main` and `ledger` of a remote into their tracking branches, by their whole names: whatever else the remote
/// has, and however it is named, is neither fetched nor in the way, but the upstream's receipts. Tags that belong to
/// what is fetched come along where they can. Which of the two the remote has: `refs/heads/main`, `refs/heads/ledger`.
/// Throws Error(program_failed) where it cannot be reached.
std::set<std::string> fetch_shared(const git::GitProgram& git, const git::Location& location, const Remote& remote);

}  // namespace crmtrack::ledger
