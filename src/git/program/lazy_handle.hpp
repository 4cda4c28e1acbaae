#pragma once

#include <filesystem>
#include <vector>

#include "git/object/git2_api.hpp"
#include "git/program/environment.hpp"
#include "git/reference/location.hpp"

namespace crmtrack::git {

/// libgit2's handle of a repository, opened when it is first asked for: libgit2 is loaded then, which takes longer than
/// most of our commands.
class LazyHandle {
 public:
  LazyHandle(Location location, Environment environment)
      : location_(std::move(location)), environment_(std::move(environment)) {}

  /// Throws Error(repository) where libgit2 cannot open the repository.
  [[nodiscard]] git_repository* get() const;
  /// Looks for objects in another `objects` folder too.
  void add_objects(const std::filesystem::path& folder);

 private:
  void open() const;
  void add_alternate(const std::filesystem::path& folder) const;

  Location location_;
  Environment environment_;
  std::vector<std::filesystem::path> more_objects_;
  mutable RepositoryHandle handle_;
};

}  // namespace crmtrack::git
