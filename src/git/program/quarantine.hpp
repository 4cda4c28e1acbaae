#pragma once

#include "git/program/repository.hpp"

namespace crmtrack::git {

/// Whether the process runs in a server's pre-receive hook. The pushed objects then lie in a folder of their own
/// (git-receive-pack(1)), and come into the repository when the push is taken.
bool is_quarantined(const Repository& repository);
/// Lets the repository read objects from the quarantine too. Throws Error(repository) where that folder is none of this
/// repository's.
void use_quarantine(Repository& repository);

}  // namespace crmtrack::git
