#pragma once

#include <optional>

#include "git/object/object_id.hpp"
#include "git/program/repository.hpp"

namespace crmtrack::ledger {

struct AuditMemory;

/// The commit of main that the newest commits of the ledger name, if it is here. Where there is no main, its policy is
/// still in force: main was lost, and is not yet to begin. Looks at the last thousand commits along first parents.
std::optional<git::ObjectId> find_policy_of_ledger(const git::Repository& repository);

/// A main that is gone, and its last known state.
struct LostMain {
  git::ObjectId head;    ///< the newest commit that it is known to have had
  bool is_here = false;  ///< whether the objects of that commit are here
};
/// Finds a lost main, by the memory of the last audit or the ledger's trailers. nullopt where there is a main, or none
/// was ever known.
std::optional<LostMain> find_lost_main(const git::Repository& repository, const AuditMemory& memory);

}  // namespace crmtrack::ledger
