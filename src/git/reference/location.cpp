#include "git/reference/location.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <sstream>
#include <system_error>

#include "git/object/object_id.hpp"
#include "util/error.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::git {
namespace {

namespace fs = std::filesystem;

/// Throws for a file that exists and cannot be read. It is not absent: an empty ledger would be shown in its place.
[[noreturn]] void fail_to_read(const fs::path& path, std::error_code code) {
  throw util::Error(util::ErrorKind::repository, fmt::format("cannot read '{}': {}", path.string(), code.message()),
                    {"it belongs to another user, or its permissions were changed"});
}

std::optional<std::string> find_text(const fs::path& path) {
  std::error_code failed;
  const bool found = fs::is_regular_file(path, failed);
  if (failed == std::errc::permission_denied) fail_to_read(path, failed);
  if (!found) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  if (!file && errno == EACCES) fail_to_read(path, std::make_error_code(std::errc::permission_denied));
  if (!file) return std::nullopt;
  std::ostringstream text;
  text << file.rdbuf();
  return std::move(text).str();
}

bool is_folder(const fs::path& path) {
  std::error_code failed;
  return fs::is_directory(path, failed);
}

bool is_git_dir(const fs::path& path) {
  std::error_code failed;
  if (!fs::exists(path / "HEAD", failed)) return false;
  if (fs::exists(path / "commondir", failed)) return true;
  return is_folder(path / "objects") && fs::exists(path / "refs", failed);
}

/// The settings of the configuration file about where files are checked out. It is read as text, because this runs
/// before libgit2 is loaded and only these two keys matter.
struct CoreSettings {
  bool bare = false;
  std::string work_tree;
};

void read_core_line(const std::string& line, CoreSettings& settings) {
  const auto equals = line.find('=');
  const std::string key = util::to_lower_ascii(util::trim(std::string_view(line).substr(0, equals)));
  const std::string value(equals == std::string::npos ? std::string_view("true")
                                                      : util::trim(std::string_view(line).substr(equals + 1)));
  const std::string lower = util::to_lower_ascii(value);
  if (key == "bare") settings.bare = lower == "true" || lower == "yes" || lower == "on" || lower == "1";
  if (key == "worktree") settings.work_tree = value;
}

CoreSettings load_core_settings(const fs::path& common_dir) {
  CoreSettings settings;
  std::istringstream lines(find_text(common_dir / "config").value_or(""));
  bool in_core = false;
  for (std::string line; std::getline(lines, line);) {
    const std::string trimmed(util::trim(line));
    if (trimmed.empty() || trimmed[0] == '#' || trimmed[0] == ';') continue;
    if (trimmed[0] == '[')
      in_core = util::to_lower_ascii(trimmed).starts_with("[core]");
    else if (in_core)
      read_core_line(trimmed, settings);
  }
  return settings;
}

fs::path absolute(const fs::path& base, const std::string& text) {
  std::error_code failed;
  const fs::path path = (base / fs::path(text)).lexically_normal();
  const fs::path canonical = fs::weakly_canonical(path, failed);
  return failed ? path : canonical;
}

fs::path find_common_dir(const fs::path& git_dir) {
  const auto text = find_text(git_dir / "commondir");
  return text ? absolute(git_dir, std::string(util::trim(*text))) : git_dir;
}

/// `worktree` is the folder that holds `.git`, or empty where the Git directory itself was found.
Location locate(const fs::path& git_dir, fs::path work_tree) {
  Location location{.git_dir = git_dir, .common_dir = find_common_dir(git_dir), .work_tree = {}};
  const bool linked = location.common_dir != location.git_dir;
  const CoreSettings settings = load_core_settings(location.common_dir);
  if (work_tree.empty() && git_dir.filename() == ".git") work_tree = git_dir.parent_path();
  if (!linked && settings.bare) return location;
  location.work_tree = work_tree;
  if (!linked && !settings.work_tree.empty()) location.work_tree = absolute(git_dir, settings.work_tree);
  return location;
}

/// The Git directory that a `.git` file names (linked worktrees, submodules).
std::optional<fs::path> follow_git_file(const fs::path& file) {
  const auto text = find_text(file);
  if (!text || !text->starts_with("gitdir:")) return std::nullopt;
  return absolute(file.parent_path(), std::string(util::trim(std::string_view(*text).substr(7))));
}

std::optional<std::string> find_packed_reference(const fs::path& common_dir, const std::string& name) {
  const fs::path path = common_dir / "packed-refs";
  std::ifstream file(path, std::ios::binary);
  if (!file && errno == EACCES) fail_to_read(path, std::make_error_code(std::errc::permission_denied));
  for (std::string line; std::getline(file, line);) {
    if (line.size() == 41 + name.size() && line[40] == ' ' && line.ends_with(name)) {
      const std::string id = line.substr(0, 40);
      if (parse_object_id(id)) return id;
    }
  }
  return std::nullopt;
}

/// HEAD is a worktree's own; branches are everybody's.
fs::path loose_reference_path(const Location& location, const std::string& name) {
  return (name.starts_with("refs/") ? location.common_dir : location.git_dir) / name;
}

std::optional<std::string> read_reference_once(const Location& location, std::string name) {
  constexpr int kMostSteps = 5;  // as Git: a longer chain of symbolic references is a circle
  for (int step = 0; step < kMostSteps; ++step) {
    const auto text = find_text(loose_reference_path(location, name));
    if (!text) return find_packed_reference(location.common_dir, name);
    const std::string value(util::trim(*text));
    if (!value.starts_with("ref:")) return parse_object_id(value) ? std::optional(value) : std::nullopt;
    name = std::string(util::trim(std::string_view(value).substr(4)));
  }
  return std::nullopt;
}

}  // namespace

std::optional<Location> find_location_at(const fs::path& folder) {
  const fs::path dot_git = folder / ".git";
  if (is_folder(dot_git) && is_git_dir(dot_git)) return locate(absolute(folder, ".git"), folder);
  if (const auto target = follow_git_file(dot_git); target && is_git_dir(*target)) return locate(*target, folder);
  if (is_git_dir(folder)) return locate(folder, {});
  return std::nullopt;
}

std::optional<Location> find_location(const fs::path& start) {
  std::error_code failed;
  fs::path folder = fs::weakly_canonical(fs::absolute(start, failed), failed);
  if (failed) return std::nullopt;
  while (true) {
    if (auto location = find_location_at(folder)) return location;
    if (!folder.has_relative_path()) return std::nullopt;
    folder = folder.parent_path();
  }
}

std::optional<std::string> read_reference(const Location& location, const std::string& name) {
  if (auto id = read_reference_once(location, name)) return id;
  // A writer may have replaced a packed reference by a loose one between our two looks.
  return read_reference_once(location, name);
}

}  // namespace crmtrack::git
