#pragma once

#include <optional>
#include <string>

#include "git/object/object_store.hpp"
#include "git/program/access.hpp"
#include "git/program/environment.hpp"
#include "git/program/lazy_handle.hpp"
#include "git/program/settings.hpp"
#include "git/reference/location.hpp"

namespace crmtrack::git {

/// An opened Git repository, with everything that reading and writing it needs. It knows nothing of ledgers.
struct Repository {
  Location location;
  Environment environment;
  LazyHandle handle;  ///< for the little that is left to libgit2
  Settings settings;
  Access access;
  ObjectStore objects;
};

/// Opens a repository. Throws Error(repository) with the way out where Git or we cannot use it: SHA-256 objects, a
/// foreign owner, a partial or shallow clone.
Repository open_repository(const Location& location, const Environment& environment);

/// The commit of a branch; nullopt where there is none.
std::optional<ObjectId> find_branch(const Repository& repository, const std::string& name);
}  // namespace crmtrack::git
