#pragma once

#include <map>
#include <string>

#include "git/program/repository.hpp"

namespace crmtrack::ledger {

/// The commit of main by which the ledger goes: main's head, or where main was lost, the commit of it that the ledger's
/// newest commits name; empty where there is none yet.
std::string policy_head(const git::Repository& repository);
/// The policy files at a commit of main (`reasons.yaml` → text), as they stand there; what is in force is
/// `load_policy_in_force`. Files that cannot be read go to `unreadable` with the reason, where it is given.
std::map<std::string, std::string> policy_files(const git::Repository& repository, const std::string& main_commit,
                                                std::map<std::string, std::string>* unreadable = nullptr);
/// The object that stands at `policy` at a commit of main: two commits with one object have the same policy. Empty
/// where nothing stands there.
std::string policy_object(const git::Repository& repository, const std::string& main_commit);

}  // namespace crmtrack::ledger
