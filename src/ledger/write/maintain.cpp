#include "ledger/write/maintain.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <filesystem>
#include <string>
#include <vector>

#include "git/object/pack_keep.hpp"
#include "git/program/access.hpp"
#include "git/program/repository.hpp"
#include "util/descriptor.hpp"
#include "util/error.hpp"

extern char** environ;

namespace crmtrack::ledger {
namespace {

namespace fs = std::filesystem;

/// Objects are spread evenly over 256 folders, so one of them tells how many there are (as `git gc --auto` counts).
/// A dozen in it are some 3,000 objects: a few hundred commits.
bool has_many_loose_objects(const fs::path& objects) {
  constexpr std::ptrdiff_t kMany = 12;
  std::error_code failed;
  const fs::directory_iterator folder(objects / "17", failed);
  return !failed && std::distance(begin(folder), end(folder)) > kMany;
}

struct Packs {
  int unkept = 0;  ///< a kept one is none that packing may take
  bool some_kept = false;
};

Packs count_packs(const fs::path& objects) {
  Packs packs;
  int all = 0, kept = 0;
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator(objects / "pack", failed)) {
    const fs::path extension = entry.path().extension();
    if (extension == ".pack") ++all;
    if (extension == ".keep") ++kept;
  }
  return {.unkept = all - kept, .some_kept = kept > 0};
}

/// An import leaves a pack, and each look for an object goes through all of them. Packed geometrically, a ledger of any
/// size has fewer than this: each pack has at least twice the objects of the next smaller one.
bool has_many_packs(const fs::path& objects) {
  constexpr int kMany = 30;
  Packs packs = count_packs(objects);
  if (packs.some_kept && git::remove_dead_keeps(objects) > 0) packs = count_packs(objects);
  return packs.unkept > kMany;
}

/// Half packs of processes that died, whose names are Git's or ours (`.tmp-123-pack-…`, `tmp_pack_…`, `tmp_idx_…`). One
/// that is still being written has been touched today.
void remove_dead_packs(const fs::path& objects) {
  constexpr std::time_t kDay = std::time_t{24} * 60 * 60;
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator(objects / "pack", failed)) {
    const std::string name = entry.path().filename().string();
    struct stat info {};
    if (!name.starts_with(".tmp-") && !name.starts_with("tmp_")) continue;
    if (::lstat(entry.path().c_str(), &info) != 0 || std::time(nullptr) - info.st_mtime < kDay) continue;
    ::unlink(entry.path().c_str());
  }
}

/// The lock is handed to the packing process by its open file and ends with it, so that there is one at a time.
/// Writers do not wait for it: packing takes nothing away that they may need.
util::Descriptor try_lock_packing(const git::Location& location) {
  util::Descriptor file(::open((location.own_dir() / "packing.lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  if (file && ::flock(file.get(), LOCK_EX | LOCK_NB) != 0) file.reset();
  return file;
}

/// One thread, and others first. Bitmaps, where the user wants them, are for a repack of everything. With objects
/// borrowed from another repository Git cannot pack geometrically: then what is loose is packed, now and then all.
std::vector<std::string> packing_words(const git::Location& location, bool many_packs) {
  std::vector<std::string> words{"nice",
                                 "-n",
                                 "10",
                                 "git",
                                 "--git-dir=" + location.common_dir.string(),
                                 "-c",
                                 "pack.threads=1",
                                 "repack",
                                 "-d",
                                 "-l",
                                 "-q",
                                 "--no-write-bitmap-index"};
  std::error_code failed;
  if (!fs::exists(location.common_dir / "objects" / "info" / "alternates", failed))
    words.emplace_back("--geometric=2");
  else if (many_packs)
    words.insert(words.end(), {"-a", "-k"});
  return words;
}

/// Ours, without what a hook that we run in says of its own repository.
std::vector<char*> packing_environment() {
  std::vector<char*> variables;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    const std::string_view text(*variable);
    const bool of_repository =
        text.starts_with("GIT_") && !text.starts_with("GIT_CONFIG_") && !text.starts_with("GIT_EXEC_PATH=");
    if (!of_repository) variables.push_back(*variable);
  }
  variables.push_back(nullptr);
  return variables;
}

void spawn_packing(std::vector<std::string> words, const util::Descriptor& lock) {
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  std::vector<char*> variables = packing_environment();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (int stream = 0; stream <= 2; ++stream)
    posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", stream == 0 ? O_RDONLY : O_WRONLY, 0);
  constexpr int kInheritedLock = 9;
  posix_spawn_file_actions_adddup2(&actions, lock.get(), kInheritedLock);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
  pid_t child = 0;
  posix_spawnp(&child, words.front().c_str(), &actions, &attributes, arguments.data(), variables.data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
}

}  // namespace

void maintain(Ledger& ledger) {
  try {
    const git::Location& location = ledger.repository().location;
    const fs::path objects = location.common_dir / "objects";
    const bool many_packs = has_many_packs(objects);
    if (!many_packs && !has_many_loose_objects(objects)) return;
    if (ledger.repository().settings.find("gc.auto").value_or("") == "0") return;
    git::make_own_dir(location, ledger.repository().access);
    const util::Descriptor lock = try_lock_packing(location);
    if (!lock) return;
    remove_dead_packs(objects);
    spawn_packing(packing_words(location, many_packs), lock);
  } catch (const util::Error&) {
    // Housekeeping is a courtesy: what the command did stands without it.
  }
}

}  // namespace crmtrack::ledger
