#pragma once

#include <string>
#include <vector>

#include "git/object/commit_object.hpp"
#include "git/program/environment.hpp"
#include "git/program/settings.hpp"

namespace crmtrack::git {

/// Whether the user's Git configuration asks for signed commits (`commit.gpgSign`).
bool signs_commits(const Settings& settings);

/// `key=value` for each program that Git may run to verify a signature. It is the user's own or the usual one, whatever
/// the repository's configuration names.
std::vector<std::string> verifying_programs(const Settings& settings);

/// Signs as `git commit -S` does, with the user's own program: `gpg.format` (openpgp, x509, ssh), `gpg.program`,
/// `gpg.x509.program`, `gpg.ssh.program`, `user.signingKey`, `gpg.ssh.defaultKeyCommand`. Throws
/// Error(program_failed) with the program's words where it does not sign.
void sign_commit(const Settings& settings, const Environment& environment, CommitObject& commit);

}  // namespace crmtrack::git
