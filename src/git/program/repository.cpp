#include "git/program/repository.hpp"

#include <fmt/format.h>

#include "git/program/repository_checks.hpp"
#include "git/program/scratch_file.hpp"

namespace crmtrack::git {
namespace {

RepositoryHandle open_handle(const Location& location) {
  git_repository* repository = nullptr;
  check_git2(
      git2().git_repository_open_ext(&repository, location.git_dir.c_str(), GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr),
      fmt::format("cannot open '{}'", shown_folder(location)));
  return RepositoryHandle(repository);
}

}  // namespace

Repository open_repository(const Location& location, const Environment& environment) {
  refuse_foreign_repository(location, environment);
  const Settings early(environment, location, nullptr);
  refuse_unknown_storage(location, early);
  refuse_incomplete_clone(location, early);
  // Where one fsync does not commit what came before it, libgit2 has to sync each reference as it replaces it.
  git2().git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, orders_by_journal(location.common_dir) ? 0 : 1);
  RepositoryHandle handle = open_handle(location);
  Settings settings(environment, location, handle.get());
  check_git2(git2().git_repository_set_config(handle.get(), settings.handle()), "cannot read Git's configuration");
  const Access access = access_of(location, settings.find("core.sharedRepository").value_or(""));
  ObjectStore objects(handle.get());
  return {location, environment, std::move(handle), std::move(settings), access, std::move(objects)};
}

std::optional<ObjectId> find_branch(const Repository& repository, const std::string& name) {
  const auto hex = read_reference(repository.location, name);
  return hex ? parse_object_id(*hex) : std::nullopt;
}

}  // namespace crmtrack::git
