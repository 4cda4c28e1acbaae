#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "git/program/access.hpp"
#include "git/program/scratch_file.hpp"

namespace crmtrack::git {

/// A lock file of Git's (`refs/heads/ledger.lock`, `index.lock`) that is known for ours even when its maker has died:
/// the file is made in our own folder and then linked to the lock's name. Whoever holds the writers' lock is the only
/// living process of ours that takes such locks, so one that is the same file as that in our folder is nobody's, and
/// removed at once. Where the file system has no links, the lock is made as Git makes it.
class GitLock {
 public:
  /// To be called under the writers' lock. `target` is the file that is to be replaced. nullopt where a process that is
  /// none of ours holds the lock. Throws Error(repository) where it cannot be written.
  static std::optional<GitLock> try_take(const Location& location, const Access& access,
                                         const std::filesystem::path& target);
  GitLock(GitLock&& other) noexcept;
  GitLock& operator=(GitLock&&) = delete;
  ~GitLock();

  void write(std::string_view bytes) { file_.write(bytes); }
  /// Puts what was written in the target's place, so that it is there as a whole whatever happens.
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
