#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>

#include "git/program/repository.hpp"

namespace crmtrack::ledger {

/// The commit of main whose policy is in force: main's head, or where main was lost, the commit of it that the ledger's
/// newest commits name. Empty where there is none yet.
std::string policy_head(const git::Repository& repository);
/// The policy files at a commit of main (`reasons.yaml` → text), as they stand there; `load_policy_in_force` gives
/// those in force. Files that cannot be read go to `unreadable` with the reason, where it is given.
std::map<std::string, std::string> policy_files(const git::Repository& repository, const std::string& main_commit,
                                                std::map<std::string, std::string>* unreadable = nullptr);
/// The object at the path `policy` in a commit of main; two commits with one object have one policy. Empty where there
/// is none.
std::string policy_object(const git::Repository& repository, const std::string& main_commit);
/// The objects of some policy files at a commit of main, as one text; two commits with one text have these files alike.
std::string policy_objects(const git::Repository& repository, const std::string& main_commit,
                           std::initializer_list<std::string_view> files);

}  // namespace crmtrack::ledger
