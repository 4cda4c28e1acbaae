#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ledger/repository.hpp"
#include "ledger/worktrees.hpp"

namespace crmtrack::ledger {

/// A file of main that is to be replaced.
struct MainFile {
  std::string path;
  std::string bytes;
  ObjectId blob;
  std::optional<ObjectId> old_blob;  ///< nullopt: main has no such file yet
};

/// A worktree where main is checked out. A commit made beside it has to leave it as `git commit` would: the changed
/// files and their index entries as in the commit, everything else untouched.
class MainCheckout {
 public:
  MainCheckout(const Repository& repository, const Worktree& worktree);

  /// Throws Error(refused) where a file has changes that are not committed, Error(conflict) where it waits for a merge
  /// to be settled. What a killed command of ours left (the new content itself) is taken for no change.
  void refuse_uncommitted(const std::vector<MainFile>& files) const;
  void write(const std::vector<MainFile>& files);
  /// Takes `write` back, after the branch could not be moved.
  void restore(const Repository& repository, const std::vector<MainFile>& files) noexcept;
  /// Whether there is a file that Git does not know.
  [[nodiscard]] bool has_file(const std::string& path) const;
  [[nodiscard]] std::vector<std::string> changed_files(const std::string& folder) const;

 private:
  void refuse_links(const std::string& path) const;
  void update_index(const std::vector<MainFile>& files);

  Worktree worktree_;
  RepositoryHandle handle_;
  IndexHandle index_;
  mode_t mask_;
};

/// Every worktree with main checked out whose folder is there.
std::vector<MainCheckout> open_main_checkouts(const Repository& repository);

}  // namespace crmtrack::ledger
