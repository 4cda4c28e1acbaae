#pragma once

#include <optional>

#include "git/object/object_id.hpp"
#include "git/program/repository.hpp"

namespace crmtrack::ledger {

struct AuditMemory;

/// The commit of main that the newest commits of the ledger went by, if it is here. Where there is no main, that is in
/// force still: main was lost, and is not yet to begin. Of the last thousand commits along first parents.
std::optional<git::ObjectId> find_policy_of_ledger(const git::Repository& repository);

/// A main that is gone, and what is known of it.
struct LostMain {
  git::ObjectId head;    ///< the newest commit that it is known to have had
  bool is_here = false;  ///< ... whose objects are
};
/// nullopt where there is a main, or none was ever known: by the last audit, or by the ledger's trailers.
std::optional<LostMain> find_lost_main(const git::Repository& repository, const AuditMemory& memory);

}  // namespace crmtrack::ledger
