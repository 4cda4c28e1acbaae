#include "git/reference/worktrees.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <system_error>

#include "git/reference/branch_names.hpp"
#include "util/file.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::git {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLineLimit = 64 << 10;

std::string read_line(const fs::path& path) {
  return std::string(util::trim(util::find_file_text(path, kLineLimit).value_or("")));
}

std::string branch_of(const fs::path& git_dir) {
  const std::string head = read_line(git_dir / "HEAD");
  return head.starts_with("ref:") ? std::string(util::trim(std::string_view(head).substr(4))) : std::string();
}

/// The main worktree as seen from anywhere: `location` may be that of a linked one.
std::optional<Worktree> find_main_worktree(const Location& location) {
  fs::path folder = location.work_tree;
  if (location.git_dir != location.common_dir) {
    const auto main = find_location(location.common_dir);
    folder = main ? main->work_tree : fs::path();
  }
  if (folder.empty()) return std::nullopt;
  return Worktree{.git_dir = location.common_dir, .folder = folder, .branch = branch_of(location.common_dir)};
}

}  // namespace

std::vector<Worktree> find_worktrees(const Location& location) {
  std::vector<Worktree> found;
  if (auto main = find_main_worktree(location)) found.push_back(std::move(*main));
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator(location.common_dir / "worktrees", failed)) {
    fs::path dot_git = read_line(entry.path() / "gitdir");
    // A relative path, as Git 2.48 may write it, begins in the folder of that file.
    if (!dot_git.empty()) dot_git = (entry.path() / dot_git).lexically_normal();
    found.push_back({.git_dir = entry.path(), .folder = dot_git.parent_path(), .branch = branch_of(entry.path())});
  }
  return found;
}

std::string leaving_command(const Worktree& worktree, const std::vector<Worktree>& all) {
  const bool has_main = std::any_of(all.begin(), all.end(), [](const Worktree& it) { return it.branch == kMainRef; });
  return fmt::format("git -C '{}' switch {}", worktree.folder.string(), has_main ? "--detach" : "main");
}

}  // namespace crmtrack::git
