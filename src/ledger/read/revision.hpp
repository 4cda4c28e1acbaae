#pragma once

#include <optional>
#include <string>

#include "git/program/repository.hpp"

namespace crmtrack::ledger {

/// The revision with our own branches named in full, so that no tag, branch or file of the same name is taken for them:
/// `ledger~3` → `refs/heads/ledger~3` (of a fresh plain clone: the branch that was fetched), `heads/main` →
/// `refs/heads/main`, `origin/ledger` → `refs/remotes/origin/ledger` where there is one. Any other stays as it is.
std::string with_whole_branch(const git::Repository& repository, const std::string& revision);

/// The commit of `refs/heads/NAME`, `refs/remotes/NAME`, or of such a branch with `~3`, `~` or `^`, found without
/// libgit2. nullopt for any other form, and where there is no such commit. Throws UnreadableObject.
std::optional<git::ObjectId> find_plain_revision(const git::Repository& repository, std::string_view whole);

}  // namespace crmtrack::ledger
