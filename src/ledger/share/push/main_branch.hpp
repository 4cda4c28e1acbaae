#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "ledger/audit/history.hpp"
#include "ledger/share/push/check.hpp"

namespace crmtrack::ledger {

/// The faults for which a server refuses commits that are pushed to main: a change of policy that the author may not
/// make, a file that main may not hold, policy that cannot be read or is in error. `answers_for_all`: the pusher has
/// the rights `relay` and `policy`.
std::vector<PushFault> check_main_push(const git::Repository& repository, const PushedReference& reference,
                                       const Pusher& pusher, bool answers_for_all);

/// The reason why a push may not begin main where it was lost (lost_main.hpp); nullopt: it may. The former policy stays
/// in force until somebody who may change it brings main back. `is_allowed`: the pusher has the right `policy` by it.
std::optional<std::string> find_new_main_fault(const git::Repository& repository, const std::string& newer,
                                               bool is_allowed);

/// The faults for which a server refuses a proposal (`refs/heads/policy/*`). It is in force nowhere, so it is judged as
/// main without the right to change policy. Anybody in the directory may push, rewrite and delete it.
std::vector<PushFault> check_proposal_push(const git::Repository& repository, const PushedReference& reference,
                                           const Pusher& pusher);

/// Walks the commits that a push brings to main or to a proposal. None of them counts as a merge of ours.
AuditedHistory walk_pushed_main(const git::Repository& repository, const PushedReference& reference);

/// The commits of the proposals on the server (`refs/heads/policy/*`) that `main` (a commit; may be empty) has not.
std::unordered_set<git::ObjectId> find_proposed(const git::Repository& repository, const std::string& main);

}  // namespace crmtrack::ledger
