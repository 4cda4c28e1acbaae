#pragma once

#include <string>
#include <vector>

#include "git/program/environment.hpp"
#include "git/program/settings.hpp"
#include "git/reference/location.hpp"

namespace crmtrack::git {

/// Throws Error(repository) where the repository belongs to another user and the user's `safe.directory` does not name
/// it, as Git does. Ledger::open does it too; this function is for a command that reads an index without opening the
/// ledger. Loads libgit2 only where the owner is another user.
void refuse_foreign_repository(const Location& location, const Environment& environment);

/// Throws Error(repository) for a repository whose storage we cannot use, with its name and the remedy.
void refuse_unknown_storage(const Location& location, const Settings& settings);
void refuse_incomplete_clone(const Location& location, const Settings& settings);
/// Throws Error(repository) with the way out: `cannot open FOLDER: WHY`.
[[noreturn]] void refuse_repository(const Location& location, const std::string& why, std::vector<std::string> hints);

/// The folder by which people know the repository.
std::string shown_folder(const Location& location);
/// The git command for that repository, as a message shows it: `git -C '/srv/complaints'`.
std::string shown_git(const Location& location);

}  // namespace crmtrack::git
