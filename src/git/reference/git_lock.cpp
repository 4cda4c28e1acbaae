#include "git/reference/git_lock.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "util/error.hpp"
#include "util/file.hpp"

namespace crmtrack::git {
namespace {

namespace fs = std::filesystem;

/// In our own folder, one for each file that is locked so: `lock.refs-heads-ledger`.
fs::path own_name(const Location& location, const fs::path& target) {
  std::string name = target.lexically_relative(location.common_dir).string();
  std::replace(name.begin(), name.end(), '/', '-');
  return location.own_dir() / ("lock." + name);
}

bool is_same_file(const fs::path& a, const fs::path& b) {
  struct stat first {};
  struct stat second {};
  return ::lstat(a.c_str(), &first) == 0 && ::lstat(b.c_str(), &second) == 0 && first.st_dev == second.st_dev &&
         first.st_ino == second.st_ino;
}

/// The lock first: our own name is what tells whose it is.
void remove_dead_lock(const fs::path& own, const fs::path& lock) {
  if (is_same_file(own, lock)) ::unlink(lock.c_str());
  ::unlink(own.c_str());
}

[[noreturn]] void fail(const fs::path& path, int code) {
  throw util::Error(util::ErrorKind::repository, fmt::format("cannot write to '{}': {}", path.parent_path().string(),
                                                             std::generic_category().message(code)));
}

/// 0, or the error.
int link_to(const fs::path& own, const fs::path& lock) {
  if (::link(own.c_str(), lock.c_str()) == 0) return 0;
  if (errno != ENOENT) return errno;
  util::make_private_directory(lock.parent_path());  // `git pack-refs` takes empty folders away
  return ::link(own.c_str(), lock.c_str()) == 0 ? 0 : errno;
}

bool has_no_links(int code) {
  return code == EPERM || code == EOPNOTSUPP || code == ENOSYS || code == EXDEV || code == EMLINK;
}

}  // namespace

fs::path lock_of(const fs::path& target) { return fs::path(target) += ".lock"; }

std::optional<GitLock> GitLock::try_take(const Location& location, const Access& access, const fs::path& target) {
  const fs::path own = own_name(location, target);
  const fs::path lock = lock_of(target);
  remove_dead_lock(own, lock);
  auto file = ScratchFile::try_create_at(own, access.file);
  if (!file) fail(own, EEXIST);
  const int code = link_to(own, lock);
  if (code == 0) return GitLock(std::move(*file), target, true);
  if (code == EEXIST) return std::nullopt;
  if (!has_no_links(code)) fail(lock, code);
  auto plain = ScratchFile::try_create_at(lock, access.file);
  if (!plain) return std::nullopt;
  return GitLock(std::move(*plain), target, false);
}

GitLock::GitLock(ScratchFile file, fs::path target, bool linked)
    : file_(std::move(file)), target_(std::move(target)), linked_(linked) {}

GitLock::GitLock(GitLock&& other) noexcept
    : file_(std::move(other.file_)),
      target_(std::move(other.target_)),
      linked_(other.linked_),
      held_(std::exchange(other.held_, false)) {}

GitLock::~GitLock() {
  if (held_ && linked_) ::unlink(lock_of(target_).c_str());
}

void GitLock::commit() {
  const bool ordered = orders_by_journal(target_.parent_path());
  // In an ordered journal what has its place on the disk gets there before its name does.
  if (ordered)
    file_.start_writeback();
  else
    file_.sync();
  if (linked_) {
    if (::rename(lock_of(target_).c_str(), target_.c_str()) != 0) fail(target_, errno);
  } else {
    file_.keep_as(target_);
  }
  held_ = false;
  if (!ordered) util::sync_directory(target_.parent_path());
}

}  // namespace crmtrack::git
