#include "git/reference/reference_update.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <ctime>
#include <random>
#include <system_error>
#include <thread>

#include "git/reference/branch_names.hpp"
#include "git/reference/git_lock.hpp"
#include "util/descriptor.hpp"
#include "util/file.hpp"
#include "util/text/parts.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::git {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

struct FileIdentity {
  ino_t inode = 0;
  timespec changed{};
};

std::optional<FileIdentity> look_at(const fs::path& path) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) return std::nullopt;
  return FileIdentity{.inode = info.st_ino, .changed = info.st_mtim};
}

/// Removes the lock file of a plain git that died between creating it and renaming it: it holds a reference's lock for
/// milliseconds.
void remove_stale_lock(const fs::path& path) {
  constexpr std::time_t kStaleSeconds = 10;
  constexpr std::chrono::milliseconds kSecondLook(100);
  const auto before = look_at(path);
  if (!before || std::time(nullptr) - before->changed.tv_sec <= kStaleSeconds) return;
  std::this_thread::sleep_for(kSecondLook);
  const auto after = look_at(path);
  const bool unchanged = after && after->inode == before->inode && after->changed.tv_sec == before->changed.tv_sec &&
                         after->changed.tv_nsec == before->changed.tv_nsec;
  if (unchanged) ::unlink(path.c_str());
}

void nap() {
  thread_local std::minstd_rand random(std::random_device{}());
  std::this_thread::sleep_for(std::chrono::milliseconds(1 + random() % 10));
}

/// A folder of that name may be left from a branch below it; Git takes it away likewise.
void remove_empty_folder(const fs::path& path) {
  std::error_code failed;
  if (!fs::is_directory(path, failed)) return;
  for (const auto& below : fs::directory_iterator(path, failed)) remove_empty_folder(below.path());
  ::rmdir(path.c_str());
}

/// Throws for a reference's file that is empty or without sense, as a power cut leaves it. If it is the ledger's, the
/// branch counts as deleted, and is made anew in its place.
void refuse_strange_reference(const fs::path& path, std::string_view name) {
  constexpr std::size_t kLineLimit = 64U << 10U, kShown = 200;
  std::error_code failed;
  if (!fs::is_regular_file(path, failed)) return;
  const auto text = util::find_file_text(path, kLineLimit);
  if (!text || parse_object_id(util::trim(*text))) return;
  if (text->starts_with("ref:"))
    throw util::Error(
        util::ErrorKind::repository,
        fmt::format("cannot move the branch: '{}' only stands for {}", path.string(),
                    util::visible_line(util::trim(text->substr(4, kShown)))),
        {fmt::format("make it a branch of its own: git update-ref --no-deref {0} $(git rev-parse {0})", name)});
  if (name == kLedgerRef) return;
  throw util::Error(util::ErrorKind::repository,
                    fmt::format("cannot move the branch: '{}' names no commit", path.string()),
                    {"crmtrack doctor says what it was, and the command that mends it"});
}

[[noreturn]] void refuse_as_not_durable(const std::string& name, std::string_view why) {
  throw util::Error(util::ErrorKind::repository, fmt::format("cannot make the branch '{}' durable: {}", name, why),
                    {"what was written is there, but a power cut may take it away again: see to the disk, and look "
                     "for it before you write it again"});
}

/// Moves the branch. Where the disk fails after that, off file systems with an ordered journal, it says so.
void commit_move(const Repository& repository, GitLock& lock, const BranchMove& move) {
  try {
    lock.commit();
  } catch (const util::Error& error) {
    if (find_branch(repository, move.name) != move.target) throw;
    refuse_as_not_durable(move.name, error.what());
  }
}

bool replace(const Repository& repository, GitLock& lock, const BranchMove& move, const RepositorySink* sink,
             const fs::path& path) {
  refuse_strange_reference(path, move.name);
  if (find_branch(repository, move.name) != move.expected) return false;
  if (sink != nullptr && !sink->is_intact()) return false;  // last of all: to wait for a lock takes time
  lock.write(move.target.hex() + '\n');
  log_move(repository, move);
  remove_empty_folder(path);
  commit_move(repository, lock, move);
  return true;
}

/// 0, or the error.
int sync_file(const fs::path& path) {
  const util::Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  return file && ::fsync(file.get()) == 0 ? 0 : errno;
}

}  // namespace

bool move_branch(const Repository& repository, const BranchMove& move, const RepositorySink* sink) {
  constexpr std::chrono::seconds kPatience(15);
  const auto deadline = Clock::now() + kPatience;
  const fs::path path = repository.location.common_dir / move.name;
  while (true) {
    if (auto lock = GitLock::try_take(repository.location, repository.access, path))
      return replace(repository, *lock, move, sink, path);
    if (Clock::now() > deadline) {
      throw util::Error(
          util::ErrorKind::busy,
          fmt::format("cannot move the branch '{}': another program holds '{}'", move.name, lock_of(path).string()),
          {"try again"});
    }
    remove_stale_lock(lock_of(path));
    nap();
  }
}

void sync_branch(const Location& location, const std::string& name) {
  int code = sync_file(location.common_dir / name);
  // Where `git pack-refs` was faster, the value is in packed-refs by now.
  if (code == ENOENT) code = sync_file(location.common_dir / "packed-refs");
  if (code != 0) refuse_as_not_durable(name, std::generic_category().message(code));
}

}  // namespace crmtrack::git
