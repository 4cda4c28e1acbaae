#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "git/program/access.hpp"
#include "git/program/scratch_file.hpp"

namespace crmtrack::git {

/// A lock file of Git's (`refs/heads/ledger.lock`, `index.lock`) that we know for ours even after its maker has died.
/// The file is made in our own folder and then linked to the lock's name. Only the holder of the writers' lock takes
/// such locks. One that is the same file as that in our folder therefore belongs to no living process, and is removed
/// at once. Where the file system has no links, the lock is made as Git makes it.
class GitLock {
 public:
  /// Takes the lock of `target`, the file that is to be replaced. nullopt where another program's process holds it.
  /// Throws Error(repository) where it cannot be written. Precondition: the caller holds the writers' lock.
  static std::optional<GitLock> try_take(const Location& location, const Access& access,
                                         const std::filesystem::path& target);
  GitLock(GitLock&& other) noexcept;
  GitLock& operator=(GitLock&&) = delete;
  ~GitLock();

  void write(std::string_view bytes) { file_.write(bytes); }
  /// Puts the written file in the target's place, in one step.
  void commit();

 private:
  GitLock(ScratchFile file, std::filesystem::path target, bool linked);

  ScratchFile file_;
  std::filesystem::path target_;
  bool linked_;  ///< file_ is the one in our folder; else it is the lock itself
  bool held_ = true;
};

/// The name of the lock of a file.
std::filesystem::path lock_of(const std::filesystem::path& target);

}  // namespace crmtrack::git
