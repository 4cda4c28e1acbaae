#include "ledger/main_checkout.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "util/file.hpp"
#include "util/text.hpp"

namespace crmtrack::ledger {
namespace {

namespace fs = std::filesystem;
using util::Error;
using util::ErrorKind;

constexpr std::size_t kPolicyLimit = 64U << 20U;

RepositoryHandle open_worktree(const Worktree& worktree) {
  git_repository* raw = nullptr;
  check_git2(git2().git_repository_open_ext(&raw, worktree.folder.c_str(), GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr),
             fmt::format("cannot open '{}'", worktree.folder.string()));
  return RepositoryHandle(raw);
}

IndexHandle open_index(git_repository* repository) {
  git_index* raw = nullptr;
  check_git2(git2().git_repository_index(&raw, repository), "cannot read the index of main");
  return IndexHandle(raw);
}

bool is_either(const ObjectId& id, const MainFile& file) { return id == file.blob || id == file.old_blob; }

}  // namespace

MainCheckout::MainCheckout(const Repository& repository, const Worktree& worktree)
    : worktree_(worktree),
      handle_(open_worktree(worktree)),
      index_(open_index(handle_.get())),
      mask_(repository.access.mask()) {}

bool MainCheckout::has_file(const std::string& path) const {
  std::error_code failed;
  return fs::symlink_status(worktree_.folder / path, failed).type() != fs::file_type::not_found;
}

/// Nothing is written through a link: it may lead out of the repository.
void MainCheckout::refuse_links(const std::string& path) const {
  fs::path below = worktree_.folder;
  for (const auto& part : fs::path(path)) {
    below /= part;
    std::error_code failed;
    if (fs::symlink_status(below, failed).type() != fs::file_type::symlink) continue;
    throw Error(ErrorKind::refused, fmt::format("cannot change '{}': it is a symbolic link", below.string()));
  }
}

void MainCheckout::refuse_uncommitted(const std::vector<MainFile>& files) const {
  for (const MainFile& file : files) {
    refuse_links(file.path);
    const std::string folder = worktree_.folder.string();
    for (int stage = 1; stage <= 3; ++stage) {
      if (git2().git_index_get_bypath(index_.get(), file.path.c_str(), stage) == nullptr) continue;
      throw Error(ErrorKind::conflict, fmt::format("cannot change '{}': a merge of it is not finished", file.path),
                  {fmt::format("settle it and commit: git -C '{}' status", folder)});
    }
    const git_index_entry* staged = git2().git_index_get_bypath(index_.get(), file.path.c_str(), 0);
    bool clean = staged == nullptr ? !file.old_blob : is_either(object_id_from(staged->id.id), file);
    git_oid now{};
    if (has_file(file.path)) {
      const int code = git2().git_repository_hashfile(&now, handle_.get(), file.path.c_str(), GIT_OBJECT_BLOB, nullptr);
      clean = clean && code == 0 && is_either(object_id_from(now.id), file);
    } else {
      clean = clean && !file.old_blob;
    }
    if (clean) continue;
    throw Error(ErrorKind::refused, fmt::format("cannot change '{}': it has uncommitted changes", file.path),
                {fmt::format("keep them: git -C '{}' commit -m 'Change policy' -- {}", folder, file.path),
                 fmt::format("or drop them: git -C '{}' restore --staged --worktree -- {}", folder, file.path)});
  }
}

void MainCheckout::write(const std::vector<MainFile>& files) {
  const UmaskGuard umask(mask_);
  for (const MainFile& file : files) {
    const fs::path path = worktree_.folder / file.path;
    util::make_private_directory(path.parent_path());
    util::replace_file(path, file.bytes);
  }
  update_index(files);
}

void MainCheckout::update_index(const std::vector<MainFile>& files) {
  for (const MainFile& file : files) {
    check_git2(git2().git_index_add_bypath(index_.get(), file.path.c_str()),
               fmt::format("cannot change '{}'", file.path));
  }
  check_git2(git2().git_index_write(index_.get()), "cannot write the index of main");
}

void MainCheckout::restore(const Repository& repository, const std::vector<MainFile>& files) noexcept {
  try {
    const UmaskGuard umask(mask_);
    git2().git_index_read(index_.get(), 1);
    for (const MainFile& file : files) {
      const fs::path path = worktree_.folder / file.path;
      if (file.old_blob) {
        util::replace_file(path, repository.objects.read_blob(*file.old_blob, kPolicyLimit));
        git2().git_index_add_bypath(index_.get(), file.path.c_str());
      } else {
        fs::remove(path);
        git2().git_index_remove_bypath(index_.get(), file.path.c_str());
      }
    }
    git2().git_index_write(index_.get());
  } catch (const std::exception&) {
    // The first error is what the user is told; refuse_uncommitted takes what is left for clean.
  }
}

std::vector<std::string> MainCheckout::changed_files(const std::string& folder) const {
  git_status_options options;
  git2().git_status_options_init(&options, GIT_STATUS_OPTIONS_VERSION);
  options.flags = GIT_STATUS_OPT_INCLUDE_UNTRACKED | GIT_STATUS_OPT_RECURSE_UNTRACKED_DIRS;
  std::string pattern = folder + "/*";
  char* patterns[] = {pattern.data()};
  options.pathspec = {patterns, 1};
  git_status_list* raw = nullptr;
  check_git2(git2().git_status_list_new(&raw, handle_.get(), &options), "cannot compare the files of main");
  const StatusListHandle list(raw);
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < git2().git_status_list_entrycount(raw); ++i) {
    const git_status_entry* entry = git2().git_status_byindex(raw, i);
    const git_diff_delta* delta = entry->index_to_workdir != nullptr ? entry->index_to_workdir : entry->head_to_index;
    if (delta != nullptr) paths.emplace_back(delta->new_file.path);
  }
  return paths;
}

std::vector<MainCheckout> open_main_checkouts(const Repository& repository) {
  std::vector<MainCheckout> checkouts;
  for (const Worktree& worktree : find_worktrees(repository.location)) {
    std::error_code failed;
    if (worktree.branch == kMainRef && fs::is_directory(worktree.folder, failed)) {
      checkouts.emplace_back(repository, worktree);
    }
  }
  return checkouts;
}

}  // namespace crmtrack::ledger
