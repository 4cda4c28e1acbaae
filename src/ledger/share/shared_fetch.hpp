#pragma once

#include <set>
#include <string>

#include "git/program/git_program.hpp"
#include "ledger/share/remotes.hpp"

namespace crmtrack::ledger {

/// Fetches `main` and `ledger` of a remote into their tracking branches, by their whole names. Other references of the
/// remote, whatever their names, are neither fetched nor in the way, except the upstream's receipts. Tags that belong
/// to the fetched commits come along where they can. Returns those of `refs/heads/main` and `refs/heads/ledger` that
/// the remote has. Throws Error(program_failed) where it cannot be reached.
std::set<std::string> fetch_shared(const git::GitProgram& git, const git::Location& location, const Remote& remote);

}  // namespace crmtrack::ledger
