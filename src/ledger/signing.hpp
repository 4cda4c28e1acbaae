#pragma once

#include <string>

#include "ledger/commit_object.hpp"
#include "ledger/settings.hpp"

namespace crmtrack::ledger {

/// Whether the user's Git configuration asks for signed commits (`commit.gpgSign`).
bool signs_commits(const Settings& settings);

/// Signs as `git commit -S` does, with the user's own program: `gpg.format` (openpgp, x509, ssh), `gpg.program`,
/// `gpg.x509.program`, `gpg.ssh.program`, `user.signingKey`, `gpg.ssh.defaultKeyCommand`. Throws
/// Error(program_failed) with the program's words where it does not sign.
void sign_commit(const Settings& settings, const Environment& environment, CommitObject& commit);

}  // namespace crmtrack::ledger
