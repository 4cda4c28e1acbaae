#include <fcntl.h>
#include <spawn.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <string>
#include <vector>

#include <sys/file.h>
#include "ledger/access.hpp"
#include "ledger/ledger.hpp"
#include "ledger/repository.hpp"
#include "util/descriptor.hpp"

extern char** environ;

namespace crmtrack::ledger {
namespace {

namespace fs = std::filesystem;

/// Objects are spread evenly over 256 folders, so one of them tells how many there are (as `git gc --auto` counts).
/// A dozen in it are some 3,000 objects: a few hundred commits.
bool has_many_loose_objects(const Location& location) {
  constexpr std::ptrdiff_t kMany = 12;
  std::error_code failed;
  const fs::directory_iterator folder(location.common_dir / "objects" / "17", failed);
  return !failed && std::distance(begin(folder), end(folder)) > kMany;
}

/// The lock is handed to the packing process by its open file and ends with it, so that there is one at a time.
/// Writers do not wait for it: packing what is loose takes nothing away that they may need.
util::Descriptor try_lock_packing(const Location& location) {
  util::Descriptor file(::open((location.own_dir() / "packing.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  if (file && ::flock(file.get(), LOCK_EX | LOCK_NB) != 0) file.reset();
  return file;
}

void spawn_packing(const Location& location, const util::Descriptor& lock) {
  std::vector<std::string> words{"git",          "--git-dir=" + location.common_dir.string(), "repack", "-d", "-q",
                                 "--geometric=2"};
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (int stream = 0; stream <= 2; ++stream) {
    posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", stream == 0 ? O_RDONLY : O_WRONLY, 0);
  }
  constexpr int kInheritedLock = 9;
  posix_spawn_file_actions_adddup2(&actions, lock.get(), kInheritedLock);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
  pid_t child = 0;
  posix_spawnp(&child, "git", &actions, &attributes, arguments.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
}

}  // namespace

void Ledger::maintain() {
  try {
    const Location& location = impl_->location;
    if (impl_->settings.find("gc.auto").value_or("") == "0") return;
    if (!has_many_loose_objects(location)) return;
    make_own_dir(location, impl_->access);
    if (const util::Descriptor lock = try_lock_packing(location)) spawn_packing(location, lock);
  } catch (const util::Error&) {
    // Housekeeping is a courtesy: what the command did stands without it.
  }
}

}  // namespace crmtrack::ledger
