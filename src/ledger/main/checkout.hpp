#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "git/program/repository.hpp"
#include "git/reference/git_lock.hpp"
#include "git/reference/worktrees.hpp"

namespace crmtrack::ledger {

/// A file of main that is to be replaced.
struct MainFile {
  std::string path;
  std::string bytes;
  git::ObjectId blob;
  std::optional<git::ObjectId> old_blob;  ///< nullopt: main has no such file yet
};

/// A worktree where main is checked out. A commit made beside it has to leave it as `git commit` would: the changed
/// files and their index entries as in the commit, everything else untouched.
class MainCheckout {
 public:
  MainCheckout(const git::Repository& repository, const git::Worktree& worktree);

  /// Throws Error(refused) where a file has uncommitted changes, Error(conflict) where it waits for a merge to be
  /// settled. A file that already has the new content, left by a killed command of ours, counts as unchanged.
  void refuse_uncommitted(const std::vector<MainFile>& files) const;
  /// Writes the files and their index entries. Throws Error(busy) where a plain git holds the index's lock.
  /// Precondition: the caller holds the writers' lock, as for `restore`.
  void write(const git::Repository& repository, const std::vector<MainFile>& files);
  /// Takes back all or part of what `write` did. A file that is neither as `write` leaves it nor as it was before
  /// stays.
  void restore(const git::Repository& repository, const std::vector<MainFile>& files);
  /// Whether there is a file at that path that Git does not know.
  [[nodiscard]] bool has_file(const std::string& path) const;
  /// Whether a file holds this very text.
  [[nodiscard]] bool has_text(const std::string& path, std::string_view text) const;
  /// The files directly in a folder that differ from main's head, untracked ones included.
  [[nodiscard]] std::vector<std::string> changed_files(const git::Repository& repository,
                                                       const std::string& folder) const;

 private:
  void refuse_links(const std::string& path) const;
  [[nodiscard]] bool has_content(const MainFile& file, const git::ObjectId& blob) const;
  [[nodiscard]] std::vector<std::string> files_in(const git::Repository& repository, const std::string& folder) const;
  [[nodiscard]] std::filesystem::path temporary_of(const std::string& path) const;
  void replace_file(const std::string& path, std::string_view bytes) const;
  git::GitLock lock_index(const git::Repository& repository) const;
  void change_index(const git::Repository& repository, git::GitLock& lock,
                    const std::function<void(git_index*)>& change) const;

  git::Worktree worktree_;
  git::RepositoryHandle handle_;
  git::IndexHandle index_;
  mode_t mask_;
};

/// Every worktree with main checked out whose folder is there.
std::vector<MainCheckout> open_main_checkouts(const git::Repository& repository);

}  // namespace crmtrack::ledger
