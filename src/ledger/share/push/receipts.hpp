#pragma once

#include <map>
#include <optional>
#include <string>

#include "git/object/object_id.hpp"
#include "git/program/repository.hpp"
#include "util/time.hpp"

namespace crmtrack::ledger {

/// The new heads that a push gives to the branches in receipts: `refs/heads/ledger` → its new head.
using PushedHeads = std::map<std::string, git::ObjectId>;

/// The reason why a server does not take the receipts of another server, which somebody brings with a whole ledger;
/// nullopt where it takes them. Every commit must be a receipt and nothing else, no later than now, of commits that
/// come with the push.
std::optional<std::string> find_receipts_fault(const git::Repository& repository, const git::ObjectId& newest,
                                               const PushedHeads& heads, util::Instant now);

}  // namespace crmtrack::ledger
