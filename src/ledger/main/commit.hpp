#pragma once

#include <map>
#include <string>
#include <vector>

#include "git/program/repository.hpp"
#include "ledger/ledger.hpp"
#include "ledger/main/change.hpp"

namespace crmtrack::ledger {

/// Replaces files of main (`policy/reasons.yaml` → text) and commits them at once; it touches nothing else that is
/// uncommitted. Does nothing where main has them so already. Throws Error(refused) where one of them has uncommitted
/// changes, Error(conflict) where it waits for a merge to be settled, Error(busy) where the lock stays held or plain
/// git keeps moving main.
void commit_main(Ledger& ledger, const std::map<std::string, std::string>& files, const std::string& message,
                 util::Timestamp now);
/// Edits main as commit_main does, with texts that are made from main as it is when the commit lands: `edit` is
/// called under the writers' lock, again for each attempt. An exception of `edit` ends the edit, and nothing is
/// changed.
void edit_main(Ledger& ledger, const MainEdit& edit, util::Timestamp now);
/// Edits the main of a repository as edit_main does, where there is no ledger yet.
void commit_to_main(const git::Repository& repository, const MainEdit& edit, util::Timestamp now);
/// The files below `policy/` that differ from main's head in a work tree where main is checked out, untracked ones
/// included: `policy/people.yaml`.
std::vector<std::string> uncommitted_policy_files(const Ledger& ledger);

}  // namespace crmtrack::ledger
