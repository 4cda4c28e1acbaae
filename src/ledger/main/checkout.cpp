#include "ledger/main/checkout.hpp"

#include <fmt/format.h>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <thread>

#include "git/reference/branch_names.hpp"
#include "ledger/heads.hpp"
#include "util/file.hpp"

namespace crmtrack::ledger {
namespace {

namespace fs = std::filesystem;
using util::Error;
using util::ErrorKind;

constexpr std::size_t kPolicyLimit = 64U << 20U;
constexpr std::size_t kIndexLimit = 1U << 30U;
constexpr mode_t kNewFile = 0600;
constexpr std::string_view kSparseFolders = "'sdir'";  // the extension of a sparse index, as libgit2 names it

git::RepositoryHandle open_worktree(const git::Worktree& worktree) {
  git_repository* raw = nullptr;
  git::check_git2(
      git::git2().git_repository_open_ext(&raw, worktree.folder.c_str(), GIT_REPOSITORY_OPEN_NO_SEARCH, nullptr),
      fmt::format("cannot open '{}'", worktree.folder.string()));
  return git::RepositoryHandle(raw);
}

git::IndexHandle open_index(git_repository* repository, const fs::path& folder) {
  git_index* raw = nullptr;
  const int code = git::git2().git_repository_index(&raw, repository);
  if (code < 0 && git::last_git2_message().find(kSparseFolders) != std::string::npos)
    throw Error(
        ErrorKind::repository,
        fmt::format("cannot read the index of '{}': it is sparse, which crmtrack does not read", folder.string()),
        {fmt::format("git -C '{}' sparse-checkout reapply --no-sparse-index", folder.string())});
  git::check_git2(code, fmt::format("cannot read the index of '{}'", folder.string()));
  return git::IndexHandle(raw);
}

/// Whether a sparse checkout leaves the file out of the work tree.
bool is_left_out(const git_index_entry& entry) {
  return (entry.flags & GIT_INDEX_ENTRY_EXTENDED) != 0 && (entry.flags_extended & GIT_INDEX_ENTRY_SKIP_WORKTREE) != 0;
}

bool is_either(const git::ObjectId& id, const MainFile& file) { return id == file.blob || id == file.old_blob; }

}  // namespace

MainCheckout::MainCheckout(const git::Repository& repository, const git::Worktree& worktree)
    : worktree_(worktree),
      handle_(open_worktree(worktree)),
      index_(open_index(handle_.get(), worktree.folder)),
      mask_(repository.access.mask()) {}

bool MainCheckout::has_file(const std::string& path) const {
  std::error_code failed;
  return fs::symlink_status(worktree_.folder / path, failed).type() != fs::file_type::not_found;
}

bool MainCheckout::has_text(const std::string& path, std::string_view text) const {
  std::error_code failed;
  const fs::path file = worktree_.folder / path;
  return fs::symlink_status(file, failed).type() == fs::file_type::regular &&
         fs::file_size(file, failed) == text.size() && util::find_file_text(file, text.size()) == text;
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

/// Whether the file in the work tree is this blob.
bool MainCheckout::has_content(const MainFile& file, const git::ObjectId& blob) const {
  git_oid now{};
  return has_file(file.path) &&
         git::git2().git_repository_hashfile(&now, handle_.get(), file.path.c_str(), GIT_OBJECT_BLOB, nullptr) == 0 &&
         git::object_id_from(now.id) == blob;
}

void MainCheckout::refuse_uncommitted(const std::vector<MainFile>& files) const {
  for (const MainFile& file : files) {
    refuse_links(file.path);
    const std::string folder = worktree_.folder.string();
    for (int stage = 1; stage <= 3; ++stage) {
      if (git::git2().git_index_get_bypath(index_.get(), file.path.c_str(), stage) == nullptr) continue;
      throw Error(ErrorKind::conflict, fmt::format("cannot change '{}': a merge of it is not finished", file.path),
                  {fmt::format("settle it and commit: git -C '{}' status", folder)});
    }
    const git_index_entry* staged = git::git2().git_index_get_bypath(index_.get(), file.path.c_str(), 0);
    if (staged != nullptr && is_left_out(*staged) && !has_file(file.path))
      throw Error(ErrorKind::refused, fmt::format("cannot change '{}': a sparse checkout leaves it out", file.path),
                  {fmt::format("have it checked out: git -C '{}' sparse-checkout add {}", folder,
                               fs::path(file.path).parent_path().string())});
    bool clean = staged == nullptr ? !file.old_blob : is_either(git::object_id_from(staged->id.id), file);
    if (has_file(file.path))
      clean = clean && (has_content(file, file.blob) || (file.old_blob && has_content(file, *file.old_blob)));
    else
      clean = clean && !file.old_blob;
    if (clean) continue;
    throw Error(ErrorKind::refused, fmt::format("cannot change '{}': it has uncommitted changes", file.path),
                {fmt::format("keep them: git -C '{}' commit -m 'Change policy' -- {}", folder, file.path),
                 fmt::format("or drop them: git -C '{}' restore --staged --worktree -- {}", folder, file.path)});
  }
}

/// Beside the file, of one name: what a killed command left there is its own to overwrite.
fs::path MainCheckout::temporary_of(const std::string& path) const {
  const fs::path file = worktree_.folder / path;
  return file.parent_path() / ("." + file.filename().string() + ".crmtrack");
}

void MainCheckout::replace_file(const std::string& path, std::string_view bytes) const {
  const fs::path file = worktree_.folder / path;
  util::make_private_directory(file.parent_path());
  struct stat old {};
  const mode_t mode = ::stat(file.c_str(), &old) == 0 ? old.st_mode & 07777U : kNewFile;
  ::unlink(temporary_of(path).c_str());
  auto temporary = git::ScratchFile::try_create_at(temporary_of(path), mode);
  if (!temporary) throw Error(ErrorKind::busy, fmt::format("cannot write '{}'", file.string()), {"try again"});
  temporary->write(bytes);
  temporary->sync();
  temporary->keep_as(file);
  util::sync_directory(file.parent_path());
}

git::GitLock MainCheckout::lock_index(const git::Repository& repository) const {
  constexpr int kAttempts = 200;
  constexpr std::chrono::milliseconds kNap(10);
  const fs::path path = worktree_.git_dir / "index";
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    if (auto lock = git::GitLock::try_take(repository.location, repository.access, path)) return std::move(*lock);
    std::this_thread::sleep_for(kNap);
  }
  throw Error(ErrorKind::busy,
              fmt::format("cannot change policy: another program holds '{}'", git::lock_of(path).string()),
              {"end the git that is at work there, an open editor of `git commit` too, and try again",
               "where there is none: remove that file"});
}

/// On a copy: libgit2 would take the lock itself, in a way that does not tell a dead process's from a living one's.
void MainCheckout::change_index(const git::Repository& repository, git::GitLock& lock,
                                const std::function<void(git_index*)>& change) const {
  const fs::path copy = repository.location.own_dir() / "index-of-main";
  ::unlink(copy.c_str());
  ::unlink(git::lock_of(copy).c_str());
  if (const auto bytes = util::find_file_text(worktree_.git_dir / "index", kIndexLimit))
    util::replace_file(copy, *bytes);
  const std::string failed = fmt::format("cannot change the index of '{}'", worktree_.folder.string());
  git_index* raw = nullptr;
  git::check_git2(git::git2().git_index_open(&raw, copy.c_str()), failed);
  const git::IndexHandle index(raw);
  git::check_git2(git::git2().git_repository_set_index(handle_.get(), raw), failed);
  change(raw);
  git::check_git2(git::git2().git_index_write(raw), failed);
  lock.write(util::read_file(copy, kIndexLimit));
  lock.commit();
  ::unlink(copy.c_str());
}

void MainCheckout::write(const git::Repository& repository, const std::vector<MainFile>& files) {
  const git::UmaskGuard umask(mask_);
  git::GitLock lock = lock_index(repository);
  for (const MainFile& file : files) replace_file(file.path, file.bytes);
  change_index(repository, lock, [&](git_index* index) {
    for (const MainFile& file : files)
      git::check_git2(git::git2().git_index_add_bypath(index, file.path.c_str()),
                      fmt::format("cannot change '{}'", file.path));
  });
}

void MainCheckout::restore(const git::Repository& repository, const std::vector<MainFile>& files) {
  const git::UmaskGuard umask(mask_);
  git::GitLock lock = lock_index(repository);
  for (const MainFile& file : files) {
    ::unlink(temporary_of(file.path).c_str());
    if (!has_content(file, file.blob)) continue;
    if (file.old_blob)
      replace_file(file.path, repository.objects.read_blob(*file.old_blob, kPolicyLimit));
    else
      fs::remove(worktree_.folder / file.path);
  }
  change_index(repository, lock, [&](git_index* index) {
    for (const MainFile& file : files) {
      const git_index_entry* staged = git::git2().git_index_get_bypath(index, file.path.c_str(), 0);
      if (staged == nullptr || git::object_id_from(staged->id.id) != file.blob) continue;
      const bool back = file.old_blob && has_content(file, *file.old_blob);
      const int code = back ? git::git2().git_index_add_bypath(index, file.path.c_str())
                            : git::git2().git_index_remove_bypath(index, file.path.c_str());
      git::check_git2(code, fmt::format("cannot change '{}'", file.path));
    }
  });
}

/// The paths of the files directly in a folder, of main's head and of the work tree.
std::vector<std::string> MainCheckout::files_in(const git::Repository& repository, const std::string& folder) const {
  std::vector<std::string> paths;
  if (const auto head = find_main_head(repository)) {
    const auto tree = repository.objects.find_folder(repository.objects.read_commit(*head).tree, folder);
    const git::TreeBytes bytes = tree ? repository.objects.read_tree(*tree) : std::make_shared<const git::TreeText>();
    for (git::TreeCursor cursor(*bytes); !cursor.done(); cursor.next())
      if (!cursor.entry().is_tree()) paths.push_back(fmt::format("{}/{}", folder, cursor.entry().name));
  }
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator(worktree_.folder / folder, failed))
    if (!entry.is_directory(failed)) paths.push_back(fmt::format("{}/{}", folder, entry.path().filename().string()));
  return paths;
}

std::vector<std::string> MainCheckout::changed_files(const git::Repository& repository,
                                                     const std::string& folder) const {
  // By their names: with a pattern, libgit2 walks all of main, and a few small trees can unfold without end.
  std::vector<std::string> names = files_in(repository, folder);
  if (names.empty()) return {};
  std::vector<char*> patterns;
  for (std::string& name : names) patterns.push_back(name.data());
  git_status_options options;
  git::git2().git_status_options_init(&options, GIT_STATUS_OPTIONS_VERSION);
  options.flags =
      GIT_STATUS_OPT_INCLUDE_UNTRACKED | GIT_STATUS_OPT_RECURSE_UNTRACKED_DIRS | GIT_STATUS_OPT_DISABLE_PATHSPEC_MATCH;
  options.pathspec = {patterns.data(), patterns.size()};
  git_status_list* raw = nullptr;
  git::check_git2(git::git2().git_status_list_new(&raw, handle_.get(), &options), "cannot compare the files of main");
  const git::StatusListHandle list(raw);
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < git::git2().git_status_list_entrycount(raw); ++i) {
    const git_status_entry* entry = git::git2().git_status_byindex(raw, i);
    const git_diff_delta* delta = entry->index_to_workdir != nullptr ? entry->index_to_workdir : entry->head_to_index;
    if (delta != nullptr) paths.emplace_back(delta->new_file.path);
  }
  return paths;
}

std::vector<MainCheckout> open_main_checkouts(const git::Repository& repository) {
  std::vector<MainCheckout> checkouts;
  for (const git::Worktree& worktree : git::find_worktrees(repository.location)) {
    std::error_code failed;
    if (worktree.branch == git::kMainRef && fs::is_directory(worktree.folder, failed))
      checkouts.emplace_back(repository, worktree);
  }
  return checkouts;
}

}  // namespace crmtrack::ledger
