#pragma once

#include <optional>
#include <string>

#include "git/program/repository.hpp"

namespace crmtrack::ledger {

/// Has plain `git merge`, `git pull` and `git rebase` in this repository merge policy files with a command of ours:
/// `policy/*.yaml merge=crmtrack` in `info/attributes`, and `merge.crmtrack.driver` in the repository's configuration.
/// Other lines and settings stay. Throws Error(repository) where either cannot be written.
void set_up_merge_driver(const git::Repository& repository, const std::string& command);

/// Names the missing part: the configuration, the attributes, or both. Empty where plain Git merges policy by key.
std::string missing_of_merge_driver(const git::Repository& repository, const std::string& command);

/// The commit of main that this clone has looked at for merges of plain Git, kept in our own folder; it is noted when
/// the merge driver was set up. nullopt: neither was done yet.
std::optional<std::string> find_seen_main(const git::Location& location);
/// Notes it. Throws Error(repository) where our folder cannot be written.
void remember_seen_main(const git::Repository& repository, const std::string& commit);

}  // namespace crmtrack::ledger
