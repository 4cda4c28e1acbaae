#pragma once

#include <string>

#include "git/program/git_program.hpp"
#include "ledger/share/remotes.hpp"
#include "session/session.hpp"
#include "session/share/synced.hpp"

namespace crmtrack::session {

/// The user's git in the session's repository.
git::GitProgram make_git(Session& session, bool in_repository = true);

/// Fetches, checks, merges and pushes both branches, again where another push came first. It checks first what it is
/// about to send: a stray file of the own ledger would lock everybody out. Throws Error(program_failed) where the
/// remote cannot be reached; then nothing was changed, or what was received is kept. Throws Error(busy) where others
/// were quicker every time, and Error(refused) where the ledgers are unrelated.
Synced sync_with(Session& session, const ledger::Remote& remote, const SyncOptions& options);

/// Counts what a push would send as far as this clone knows, without asking the remote.
Transferred waiting_to_be_sent(Session& session, const ledger::Remote& remote);

}  // namespace crmtrack::session
