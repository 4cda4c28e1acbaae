#pragma once

#include <sys/stat.h>
#include <sys/types.h>

#include <filesystem>
#include <string>

#include "git/reference/location.hpp"

namespace crmtrack::git {

/// The modes of new files in the repository: those of `core.sharedRepository` where it is set, else those that the
/// objects folder allows. So a private repository stays private, and a plain clone stays readable to those who could
/// read it.
struct Access {
  mode_t folder = 0700;
  mode_t object = 0400;  ///< objects and packs; they are never written again
  mode_t file = 0600;    ///< our own files: the lock, the index

  /// The umask for files that libgit2 creates (references, reflogs).
  [[nodiscard]] mode_t mask() const { return 0777 & ~folder; }
};

/// Finds the modes. `shared` is the value of core.sharedRepository, empty where it is not set.
Access access_of(const Location& location, const std::string& shared);

/// S_ISGID where new files in a folder get the folder's group, as `git init --shared` has it; else 0.
mode_t group_bit(const std::filesystem::path& folder);

/// Sets the process's umask for the time that libgit2 creates files.
class UmaskGuard {
 public:
  explicit UmaskGuard(mode_t mask) : previous_(::umask(mask)) {}
  UmaskGuard(const UmaskGuard&) = delete;
  UmaskGuard& operator=(const UmaskGuard&) = delete;
  ~UmaskGuard() { ::umask(previous_); }

 private:
  mode_t previous_;
};

/// The file that writers lock.
std::filesystem::path lock_path(const Location& location);
/// Creates our own folder in the Git directory, and the lock in it, where they are missing. Throws Error(repository)
/// where the Git directory cannot be written.
void make_own_dir(const Location& location, const Access& access);

}  // namespace crmtrack::git
