#pragma once

#include "git/program/repository.hpp"

namespace crmtrack::git {

/// While a server's pre-receive hook runs, what is pushed lies in a folder of its own (git-receive-pack(1)): only there
/// when the push is taken does it come into the repository.
bool is_quarantined(const Repository& repository);
/// Reads objects from there too. Throws Error(repository) where the folder is none of this repository's.
void use_quarantine(const Repository& repository);

}  // namespace crmtrack::git
