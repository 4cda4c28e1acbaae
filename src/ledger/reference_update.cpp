#include "ledger/reference_update.hpp"

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

#include "util/descriptor.hpp"
#include "util/text.hpp"

namespace crmtrack::ledger {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

git_oid to_oid(const ObjectId& id) {
  git_oid oid{};
  std::memcpy(oid.id, id.bytes.data(), id.bytes.size());
  return oid;
}

int try_move(const Repository& repository, const std::string& name, const std::optional<ObjectId>& expected,
             const ObjectId& target, const std::string& log_message) {
  const UmaskGuard umask(repository.access.mask());
  const git_oid to = to_oid(target);
  const git_oid from = expected ? to_oid(*expected) : git_oid{};
  git_reference* reference = nullptr;
  const int code =
      git2().git_reference_create_matching(&reference, repository.handle.get(), name.c_str(), &to, expected ? 1 : 0,
                                           expected ? &from : nullptr, log_message.c_str());
  const ReferenceHandle owner(reference);
  return code;
}

struct FileIdentity {
  ino_t inode = 0;
  timespec changed{};
};

std::optional<FileIdentity> look_at(const fs::path& path) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) return std::nullopt;
  return FileIdentity{.inode = info.st_ino, .changed = info.st_mtim};
}

/// Removes the lock file of a process that died between creating it and renaming it. Whoever of us is alive holds the
/// writers' lock, which is ours now; a plain git holds a reference's lock for milliseconds.
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

}  // namespace

bool move_branch(const Repository& repository, const std::string& name, const std::optional<ObjectId>& expected,
                 const ObjectId& target, const std::string& log_message) {
  constexpr std::chrono::seconds kPatience(15);
  const auto deadline = Clock::now() + kPatience;
  while (true) {
    const int code = try_move(repository, name, expected, target, log_message);
    if (code == 0) return true;
    if (code == GIT_EMODIFIED || code == GIT_ENOTFOUND || code == GIT_EEXISTS) return false;
    if (code != GIT_ELOCKED || Clock::now() > deadline) {
      throw_git2_error(code, fmt::format("cannot move the branch '{}'", util::visible_line(name)));
    }
    remove_stale_lock(repository.location.common_dir / (name + ".lock"));
    nap();
  }
}

void sync_branch(const Location& location, const std::string& name) {
  // Where `git pack-refs` was faster, the value is in packed-refs by now.
  for (const fs::path& path : {location.common_dir / name, location.common_dir / "packed-refs"}) {
    const util::Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file) continue;
    if (::fsync(file.get()) == 0) return;
    throw util::Error(util::ErrorKind::repository,
                      fmt::format("cannot write to '{}': {}", path.string(), std::generic_category().message(errno)));
  }
}

}  // namespace crmtrack::ledger
