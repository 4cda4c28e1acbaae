#pragma once

#include <filesystem>
#include <string>

#include "git/program/environment.hpp"
#include "git/program/git_program.hpp"

namespace crmtrack::ledger {

/// The folder into which git would clone an address: its last part, without `.git`. Empty where the address names none.
std::string folder_of_address(const std::string& url);

struct Cloned {
  git::Location location;
  std::string remote;      ///< the name that git gave it
  std::string other_head;  ///< the branch that the remote's HEAD names instead of main; `nothing` where it names none
};

/// Clones a data repository by the user's git, with all branches, main checked out whatever the remote's HEAD says, and
/// private unless core.sharedRepository says otherwise. Throws Error(repository) where the remote is empty or no data
/// repository, Error(refused) where the folder is in use, Error(program_failed) where the remote cannot be reached;
/// then nothing is left behind. The caller has to make the branch `ledger` (`merge`).
Cloned clone_repository(const git::GitProgram& git, const std::string& url, const std::filesystem::path& folder,
                        const git::Environment& environment);

}  // namespace crmtrack::ledger
