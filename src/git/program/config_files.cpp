#include "git/program/config_files.hpp"

#include "git/program/environment.hpp"
#include "git/program/identity.hpp"
#include "git/program/plain_config.hpp"
#include "git/program/user.hpp"
#include "util/file.hpp"
#include "util/text/case.hpp"

namespace crmtrack::git {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLargestFile = std::size_t{1} << 20;

std::string value_of(const Environment& environment, const char* name) {
  const char* value = environment(name);
  return value == nullptr ? std::string() : std::string(value);
}

fs::path xdg_file(const Environment& environment) {
  if (const std::string xdg = value_of(environment, "XDG_CONFIG_HOME"); !xdg.empty())
    return fs::path(xdg) / "git" / "config";
  const fs::path home = home_of(environment);
  return home.empty() ? fs::path() : home / ".config" / "git" / "config";
}

fs::path system_file(const Environment& environment) {
  if (is_true(value_of(environment, "GIT_CONFIG_NOSYSTEM"))) return {};
  if (const char* path = environment("GIT_CONFIG_SYSTEM")) return path;
  return "/etc/gitconfig";
}

/// Whether the environment adds to the files, as `git -c` does for what it starts.
bool has_overrides(const Environment& environment) {
  return environment("GIT_CONFIG_COUNT") != nullptr || environment("GIT_CONFIG_PARAMETERS") != nullptr;
}

}  // namespace

fs::path home_of(const Environment& environment) { return value_of(environment, "HOME"); }

bool is_true(const std::string& value) {
  const std::string lower = util::to_lower_ascii(value);
  return lower == "true" || lower == "yes" || lower == "on" || lower == "1";
}

std::vector<ConfigFile> config_files(const Environment& environment, const Location& location) {
  using Level = ConfigFile::Level;
  std::vector<ConfigFile> files;
  const auto add = [&files](Level level, const fs::path& path) {
    if (!path.empty()) files.push_back({level, path});
  };
  add(Level::system, system_file(environment));
  if (const char* global = environment("GIT_CONFIG_GLOBAL")) {
    add(Level::global, global);
  } else {
    add(Level::xdg, xdg_file(environment));
    if (const fs::path home = home_of(environment); !home.empty()) add(Level::global, home / ".gitconfig");
  }
  if (!location.common_dir.empty()) add(Level::local, location.common_dir / "config");
  return files;
}

std::optional<std::string> find_plain_email(const Location& location, const Environment& environment) {
  if (const char* email = environment("GIT_AUTHOR_EMAIL"); email != nullptr && *email != '\0')
    return clean_identity(email);
  if (has_overrides(environment)) return std::nullopt;
  std::optional<std::string> of_author, of_user;
  for (const ConfigFile& file : config_files(environment, location)) {
    const auto text = util::find_file_text(file.path, kLargestFile);
    if (!text) continue;
    const auto worktree = find_plain_value(*text, "extensions", "worktreeconfig");
    const auto author = find_plain_value(*text, "author", "email");
    const auto user = find_plain_value(*text, "user", "email");
    if (!worktree || *worktree || !author || !user) return std::nullopt;
    if (*author) of_author = *author;
    if (*user) of_user = *user;
  }
  const std::string email = clean_identity(of_author.value_or(of_user.value_or("")));
  return email.empty() ? std::nullopt : std::optional(email);
}

}  // namespace crmtrack::git
