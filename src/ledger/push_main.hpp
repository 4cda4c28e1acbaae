#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "ledger/audit_history.hpp"
#include "ledger/ledger.hpp"
#include "ledger/push_check.hpp"

namespace crmtrack::ledger {

/// What a server must refuse of commits that are pushed to main, whose head they would make: policy that the author may
/// not change, files that main may not hold, policy that cannot be read or is in error.
std::vector<PushFault> check_main_push(const Ledger& ledger, const Repository& repository,
                                       const PushedReference& reference, const AuditedHistory& history,
                                       const Pusher& pusher);

/// What a server must refuse of a proposal (`refs/heads/policy/*`), which is in force nowhere: it is judged as main,
/// but for the right to change policy. Anybody in the directory may push it, anew too, and delete it.
std::vector<PushFault> check_proposal_push(const Ledger& ledger, const Repository& repository,
                                           const PushedReference& reference, const Pusher& pusher);

/// The commits that a push brings to main or to a proposal. Nobody passes for a merge of ours there.
AuditedHistory walk_pushed_main(const Ledger& ledger, const Repository& repository, const PushedReference& reference);

/// The commits of the proposals that the server has (`refs/heads/policy/*`) and `main` (a commit; may be empty) has
/// not.
std::unordered_set<ObjectId> find_proposed(const Repository& repository, const std::string& main);

}  // namespace crmtrack::ledger
