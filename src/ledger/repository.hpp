#pragma once

#include <optional>
#include <string>

#include "ledger/access.hpp"
#include "ledger/environment.hpp"
#include "ledger/git2_api.hpp"
#include "ledger/location.hpp"
#include "ledger/object_store.hpp"
#include "ledger/settings.hpp"

namespace crmtrack::ledger {

/// An opened Git repository with all that reading and writing it needs; knows nothing of ledgers yet.
struct Repository {
  Location location;
  Environment environment;
  RepositoryHandle handle;
  Settings settings;
  Access access;
  ObjectStore objects;
};

/// Throws Error(repository) with the way out where Git or we cannot use it: SHA-256 objects, a foreign owner, a partial
/// or shallow clone.
Repository open_repository(const Location& location, const Environment& environment);

/// The commit of a branch; nullopt where there is none.
std::optional<ObjectId> find_branch(const Repository& repository, const std::string& name);
}  // namespace crmtrack::ledger
