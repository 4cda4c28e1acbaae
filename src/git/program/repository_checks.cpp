#include "git/program/repository_checks.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>

#include "git/reference/worktrees.hpp"
#include "util/error.hpp"
#include "util/text/case.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::git {
namespace {

namespace fs = std::filesystem;
using util::Error;
using util::ErrorKind;

/// As Git: ours, or as root by sudo that of whoever called it.
bool is_ours(const fs::path& path, const Environment& environment) {
  struct stat info {};
  if (path.empty() || ::lstat(path.c_str(), &info) != 0) return true;
  if (info.st_uid == ::geteuid()) return true;
  const char* caller = environment("SUDO_UID");
  if (::geteuid() != 0 || caller == nullptr) return false;
  uid_t uid = 0;
  const std::string_view text(caller);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), uid);
  return error == std::errc() && end == text.data() + text.size() && info.st_uid == uid;
}

/// `safe.directory` counts only where the repository itself cannot set it.
bool is_declared_safe(const Location& location, const Environment& environment) {
  const Settings settings(environment, Location{}, nullptr);
  const fs::path folder = shown_folder(location);
  bool safe = false;
  for (const std::string& value : settings.find_all("safe.directory")) {
    fs::path path = value;
    if (value.starts_with("~/")) path = home_of(environment) / value.substr(2);
    if (value.empty())
      safe = false;  // an empty value takes the earlier ones back
    else if (value == "*" || (path / "").lexically_normal() == (folder / "").lexically_normal())
      safe = true;
  }
  return safe;
}

/// Takes an extension out of the configuration. By the file's name, since a git that does not know the extension does
/// not enter the repository.
std::string without_extension(const Location& location, std::string_view extension) {
  return fmt::format("git config --file '{}' --unset extensions.{}", (location.common_dir / "config").string(),
                     extension);
}

/// Writes the paths of linked worktrees as older programs read them.
std::string repair_worktrees(const Location& location, const Settings& settings) {
  std::string command;
  if (settings.find_flag("worktree.useRelativePaths", false))
    command += fmt::format(" && {} config worktree.useRelativePaths false", shown_git(location));
  std::string folders;
  for (const Worktree& worktree : find_worktrees(location))
    if (worktree.git_dir != location.common_dir) folders += fmt::format(" '{}'", worktree.folder.string());
  if (!folders.empty()) command += fmt::format(" && {} worktree repair{}", shown_git(location), folders);
  return command;
}

/// Extensions of newer versions of Git (2.45, 2.48), which our library does not know.
void refuse_unknown_extensions(const Location& location, const Settings& settings) {
  if (settings.find("core.repositoryFormatVersion").value_or("0") == "0") return;  // Git itself passes over them then
  if (settings.find("extensions.relativeWorktrees"))
    refuse_repository(location, "its worktrees have relative paths (extensions.relativeWorktrees)",
                      {without_extension(location, "relativeWorktrees") + repair_worktrees(location, settings)});
  if (settings.find("extensions.compatObjectFormat"))
    refuse_repository(location, "its objects have a second name (extensions.compatObjectFormat)",
                      {without_extension(location, "compatObjectFormat"),
                       "the objects stay as they are: only their second names go"});
}

}  // namespace

void refuse_repository(const Location& location, const std::string& why, std::vector<std::string> hints) {
  throw Error(ErrorKind::repository, fmt::format("cannot open '{}': {}", shown_folder(location), why),
              std::move(hints));
}

std::string shown_folder(const Location& location) {
  return (location.work_tree.empty() ? location.git_dir : location.work_tree).string();
}

std::string shown_git(const Location& location) { return fmt::format("git -C '{}'", shown_folder(location)); }

void refuse_foreign_repository(const Location& location, const Environment& environment) {
  const fs::path dot_git = location.work_tree.empty() ? fs::path() : location.work_tree / ".git";
  for (const fs::path& path : {location.work_tree, dot_git, location.git_dir}) {
    if (is_ours(path, environment)) continue;
    if (is_declared_safe(location, environment)) return;
    refuse_repository(
        location, "it belongs to another user",
        {fmt::format("if you trust its owner: git config --global --add safe.directory '{}'", shown_folder(location))});
  }
}

void refuse_unknown_storage(const Location& location, const Settings& settings) {
  const std::string format = util::to_lower_ascii(settings.find("extensions.objectFormat").value_or("sha1"));
  if (format != "sha1") {
    refuse_repository(
        location, fmt::format("its objects are named by {}, which crmtrack does not read", util::visible_line(format)),
        {"make the data repository with git's default: git init --object-format=sha1"});
  }
  const std::string storage = util::to_lower_ascii(settings.find("extensions.refStorage").value_or("files"));
  if (storage != "files") {
    refuse_repository(
        location,
        fmt::format("its branches are stored as {}, which crmtrack does not read", util::visible_line(storage)),
        {"git refs migrate --ref-format=files"});
  }
  refuse_unknown_extensions(location, settings);
}

void refuse_incomplete_clone(const Location& location, const Settings& settings) {
  const std::string git = shown_git(location);
  std::error_code failed;
  if (fs::exists(location.common_dir / "shallow", failed))
    refuse_repository(location, "it is a shallow clone, which lacks older records", {git + " fetch --unshallow"});
  const std::vector<std::string> promisors = settings.subsections("remote", "promisor");
  const auto extension = settings.find("extensions.partialClone");
  if (promisors.empty() && !extension) return;
  const std::string remote = promisors.empty() ? *extension : promisors.front();
  std::string hint;
  if (settings.find(fmt::format("remote.{}.partialCloneFilter", remote)))
    hint += fmt::format("{} config --unset remote.{}.partialCloneFilter && ", git, remote);
  // Git repacks in the background after such a fetch: not while the next command takes the promise away.
  hint += fmt::format("{} fetch --no-auto-maintenance --refetch {}", git, remote);
  if (!promisors.empty()) hint += fmt::format(" && {} config --unset remote.{}.promisor", git, remote);
  if (extension) hint += fmt::format(" && {} config --unset extensions.partialClone", git);
  refuse_repository(location, "it is a partial clone, which lacks records", {hint});
}

}  // namespace crmtrack::git
