#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace crmtrack::git {

/// The place of a data repository, found with plain file access. It needs no libgit2, so that a reading command starts
/// at once.
struct Location {
  std::filesystem::path git_dir;     ///< of this worktree
  std::filesystem::path common_dir;  ///< shared by all worktrees: refs, objects, our own folder
  std::filesystem::path work_tree;   ///< empty where the repository is bare
  [[nodiscard]] std::filesystem::path own_dir() const { return common_dir / "crmtrack"; }
};

/// Looks for a repository in `start` and upwards, as git does. nullopt where there is none.
std::optional<Location> find_location(const std::filesystem::path& start);
/// The repository of this very folder: its `.git`, or the folder itself where it is a Git directory.
std::optional<Location> find_location_at(const std::filesystem::path& folder);

/// The commit that a reference names (`refs/heads/ledger`), from loose files and packed-refs; nullopt where there is
/// none, or where the reference storage is one that this cannot read (then libgit2 must be asked).
std::optional<std::string> read_reference(const Location& location, const std::string& name);

}  // namespace crmtrack::git
