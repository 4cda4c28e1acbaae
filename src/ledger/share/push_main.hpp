#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "ledger/audit/audit_history.hpp"
#include "ledger/share/push_check.hpp"

namespace crmtrack::ledger {

/// What a server must refuse of commits that are pushed to main, whose head they would make: policy that the author may
/// not change, files that main may not hold, policy that cannot be read or is in error. `answers_for_all`: the pusher
/// has the rights `relay` and `policy`.
std::vector<PushFault> check_main_push(const git::Repository& repository, const PushedReference& reference,
                                       const AuditedHistory& history, const Pusher& pusher, bool answers_for_all);

/// Why a push may not begin main where it was lost (lost_main.hpp): what was in force there stays so until somebody who
/// may change it brings it back. `is_allowed`: the pusher has the right `policy` by it. nullopt: it may.
std::optional<std::string> find_new_main_fault(const git::Repository& repository, const std::string& newer,
                                               bool is_allowed);

/// What a server must refuse of a proposal (`refs/heads/policy/*`), which is in force nowhere: it is judged as main,
/// but for the right to change policy. Anybody in the directory may push it, anew too, and delete it.
std::vector<PushFault> check_proposal_push(const git::Repository& repository, const PushedReference& reference,
                                           const Pusher& pusher);

/// The commits that a push brings to main or to a proposal. Nobody passes for a merge of ours there.
AuditedHistory walk_pushed_main(const git::Repository& repository, const PushedReference& reference);

/// The commits of the proposals that the server has (`refs/heads/policy/*`) and `main` (a commit; may be empty) has
/// not.
std::unordered_set<git::ObjectId> find_proposed(const git::Repository& repository, const std::string& main);

}  // namespace crmtrack::ledger
