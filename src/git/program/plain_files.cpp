#include "git/program/plain_files.hpp"

#include <algorithm>

#include "util/file.hpp"

namespace crmtrack::git {
namespace {

constexpr std::size_t kLargestConfig = std::size_t{1} << 20;

struct stat look(const std::filesystem::path& path) {
  struct stat info {};
  return ::stat(path.c_str(), &info) == 0 ? info : (struct stat){};
}

bool is_same(const struct stat& a, const struct stat& b) {
  return a.st_ino == b.st_ino && a.st_size == b.st_size && a.st_mtim.tv_sec == b.st_mtim.tv_sec &&
         a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

std::optional<PlainFile> find_plain_file(const std::filesystem::path& path, bool is_users) {
  PlainFile file{path, is_users, look(path), {}};
  if (!S_ISREG(file.read.st_mode)) return file;
  const auto text = util::find_file_text(path, kLargestConfig);
  auto entries = text ? parse_plain_config(*text) : std::nullopt;
  if (!entries) return std::nullopt;
  file.entries = std::move(*entries);
  return file;
}

/// Whether a worktree has settings of its own, by the last file that says so.
bool has_worktree_file(const std::vector<PlainFile>& files) {
  bool has = false;
  for (const PlainFile& file : files)
    for (const ConfigEntry& entry : file.entries)
      if (entry.key == "extensions.worktreeconfig") has = is_true(entry.value);
  return has;
}

}  // namespace

std::optional<std::vector<PlainFile>> find_plain_files(const Environment& environment, const Location& location) {
  std::vector<PlainFile> files;
  const auto add = [&files](const std::filesystem::path& path, bool is_users) {
    auto file = find_plain_file(path, is_users);
    if (file) files.push_back(std::move(*file));
    return file.has_value();
  };
  for (const ConfigFile& file : config_files(environment, location))
    if (!add(file.path, file.level != ConfigFile::Level::local)) return std::nullopt;
  if (has_worktree_file(files) && !add(location.git_dir / "config.worktree", false)) return std::nullopt;
  return files;
}

bool are_current(const std::vector<PlainFile>& files) {
  return std::ranges::all_of(
      files, [](const PlainFile& file) { return is_same(file.read, look(file.path)); });
}

}  // namespace crmtrack::git
