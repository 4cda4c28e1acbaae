#pragma once

#include <vector>

#include "git/program/repository.hpp"
#include "policy/conflicts.hpp"

namespace crmtrack::session {

/// Entries of policy that a rebase of plain Git is about to drop, since the upstream has changed them too. The merge
/// driver notes them in our own folder, because it cannot add to another file than the one that it merges; the next
/// command that writes lists them in conflicts.yaml.
void set_aside(const git::Repository& repository, const std::vector<policy::Conflict>& conflicts);
/// The entries that were set aside. A note that cannot be read holds none.
std::vector<policy::Conflict> find_set_aside(const git::Location& location);
void forget_set_aside(const git::Location& location) noexcept;

/// Whether a rebase is under way in a work tree, by its Git directory: then what it drops is not yet decided.
bool is_rebasing(const std::filesystem::path& git_dir);

}  // namespace crmtrack::session
