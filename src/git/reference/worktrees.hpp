#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "git/reference/location.hpp"

namespace crmtrack::git {

/// A place where the repository is checked out.
struct Worktree {
  std::filesystem::path git_dir;
  std::filesystem::path folder;
  std::string branch;  ///< `refs/heads/…`; empty where its HEAD is detached
};

/// The main worktree (a bare repository has none) and every linked one, found with plain file access. A worktree whose
/// folder is gone counts, since it may be on a disk that is not mounted now.
std::vector<Worktree> find_worktrees(const Location& location);

/// The command that leaves a branch in this worktree: it goes to main, unless another worktree has main, which Git
/// would refuse.
std::string leaving_command(const Worktree& worktree, const std::vector<Worktree>& all);

}  // namespace crmtrack::git
