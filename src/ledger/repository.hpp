#pragma once

#include <optional>
#include <string>

#include "ledger/access.hpp"
#include "ledger/git2_api.hpp"
#include "ledger/ledger.hpp"
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
/// The ledger's head: its branch, or in a fresh clone what was fetched from the upstream. nullopt where there is
/// neither.
std::optional<ObjectId> find_ledger_head(const Repository& repository);
/// Likewise for main.
std::optional<ObjectId> find_main_head(const Repository& repository);
/// The remote that the ledger is shared with: `crmtrack.remote`, else that of main's upstream, else `origin`, else the
/// only one.
std::optional<std::string> find_upstream(const Settings& settings);

struct Ledger::Impl : Repository {};

}  // namespace crmtrack::ledger
