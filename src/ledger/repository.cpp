#include "ledger/repository.hpp"

#include <fmt/format.h>

#include "ledger/repository_checks.hpp"
#include "ledger/scratch_file.hpp"
#include "ledger/upstream.hpp"

namespace crmtrack::ledger {
namespace {

RepositoryHandle open_handle(const Location& location) {
  git_repository* repository = nullptr;
  check_git2(
      git2().git_repository_open_ext(&repository, location.git_dir.c_str(), GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr),
      fmt::format("cannot open '{}'", shown_folder(location)));
  return RepositoryHandle(repository);
}

std::optional<ObjectId> find_shared_branch(const Repository& repository, const std::string& name) {
  if (auto head = find_branch(repository, "refs/heads/" + name)) return head;
  const auto upstream = find_upstream(repository.settings);
  if (!upstream) return std::nullopt;
  const auto tracking = find_tracking_reference(repository.settings, *upstream, "refs/heads/" + name);
  return tracking ? find_branch(repository, *tracking) : std::nullopt;
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

std::optional<ObjectId> find_ledger_head(const Repository& repository) {
  return find_shared_branch(repository, "ledger");
}

std::optional<ObjectId> find_main_head(const Repository& repository) { return find_shared_branch(repository, "main"); }

std::optional<std::string> find_upstream(const Settings& settings) {
  if (auto chosen = settings.find("crmtrack.remote"); chosen && !chosen->empty()) return chosen;
  if (auto of_main = settings.find("branch.main.remote"); of_main && *of_main != "." && !of_main->empty())
    return of_main;
  if (settings.find("remote.origin.url")) return "origin";
  const auto remotes = settings.subsections("remote", "url");
  return remotes.size() == 1 ? std::optional(remotes.front()) : std::nullopt;
}

}  // namespace crmtrack::ledger
