#pragma once

#include <map>
#include <optional>
#include <string>

#include "git/object/object_id.hpp"
#include "git/program/repository.hpp"
#include "util/time.hpp"

namespace crmtrack::ledger {

/// What a push makes of the branches that receipts tell of: `refs/heads/ledger` → its new head.
using PushedHeads = std::map<std::string, git::ObjectId>;

/// Why receipts of another server, which somebody brings along with a whole ledger, are not taken; nullopt where they
/// are. Every commit must be a receipt and nothing besides, no later than now, of commits that come with the push.
std::optional<std::string> find_receipts_fault(const git::Repository& repository, const git::ObjectId& newest,
                                               const PushedHeads& heads, util::Instant now);

}  // namespace crmtrack::ledger
