#include "git/program/lazy_handle.hpp"

#include <fmt/format.h>

#include "git/program/repository_checks.hpp"
#include "git/program/scratch_file.hpp"
#include "git/program/settings.hpp"

namespace crmtrack::git {

git_repository* LazyHandle::get() const {
  if (!handle_) open();
  return handle_.get();
}

void LazyHandle::open() const {
  // Where one fsync does not commit what came before it, libgit2 has to sync each file as it replaces it.
  git2().git_libgit2_opts(GIT_OPT_ENABLE_FSYNC_GITDIR, orders_by_journal(location_.common_dir) ? 0 : 1);
  // libgit2 reads the user's configuration while it opens. This tells it before where the user keeps it.
  (void)open_config(environment_, location_, nullptr);
  git_repository* raw = nullptr;
  check_git2(git2().git_repository_open_ext(&raw, location_.git_dir.c_str(), GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr),
             fmt::format("cannot open '{}'", shown_folder(location_)));
  handle_.reset(raw);
  const ConfigHandle config = open_config(environment_, location_, raw);
  check_git2(git2().git_repository_set_config(raw, config.get()), "cannot read Git's configuration");
  for (const std::filesystem::path& folder : more_objects_) add_alternate(folder);
}

void LazyHandle::add_objects(const std::filesystem::path& folder) {
  more_objects_.push_back(folder);
  if (handle_) add_alternate(folder);
}

void LazyHandle::add_alternate(const std::filesystem::path& folder) const {
  constexpr const char* kFailed = "cannot read what is pushed";
  git_odb* raw = nullptr;
  check_git2(git2().git_repository_odb(&raw, handle_.get()), kFailed);
  const OdbHandle odb(raw);
  check_git2(git2().git_odb_add_disk_alternate(odb.get(), folder.c_str()), kFailed);
}

}  // namespace crmtrack::git
