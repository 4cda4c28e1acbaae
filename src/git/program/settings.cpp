#include "git/program/settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "git/program/config_files.hpp"
#include "git/program/environment.hpp"
#include "util/text/case.hpp"

namespace crmtrack::git {
namespace {

namespace fs = std::filesystem;

std::string variable_of(const Environment& environment, const char* name) {
  const char* value = environment(name);
  return value == nullptr ? std::string() : std::string(value);
}

git_config_level_t level_of(ConfigFile::Level level) {
  switch (level) {
    case ConfigFile::Level::system:
      return GIT_CONFIG_LEVEL_SYSTEM;
    case ConfigFile::Level::xdg:
      return GIT_CONFIG_LEVEL_XDG;
    case ConfigFile::Level::global:
      return GIT_CONFIG_LEVEL_GLOBAL;
    case ConfigFile::Level::local:
      break;
  }
  return GIT_CONFIG_LEVEL_LOCAL;
}

/// `~/` in included paths is expanded by libgit2 from its own search path, which it took from the process.
void set_home(const Environment& environment) {
  const std::string home = home_of(environment).string();
  git2().git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, GIT_CONFIG_LEVEL_GLOBAL, home.empty() ? "/dev/null" : home.c_str());
  git2().git_libgit2_opts(GIT_OPT_SET_SEARCH_PATH, GIT_CONFIG_LEVEL_XDG, "/dev/null");
}

int collect_value(const git_config_entry* entry, void* values) {
  static_cast<std::vector<std::string>*>(values)->emplace_back(entry->value == nullptr ? "true" : entry->value);
  return 0;
}

/// Of the values of the user's own files the last.
int keep_users_value(const git_config_entry* entry, void* value) {
  if (entry->level <= GIT_CONFIG_LEVEL_GLOBAL && entry->value != nullptr)
    *static_cast<std::optional<std::string>*>(value) = entry->value;
  return 0;
}

void add_file(git_config* config, const fs::path& path, git_config_level_t level, git_repository* repository) {
  std::error_code failed;
  if (path.empty() || !fs::is_regular_file(path, failed)) return;
  check_git2(git2().git_config_add_file_ondisk(config, path.c_str(), level, repository, 0),
             fmt::format("cannot read the configuration '{}'", path.string()));
}

/// Whether a worktree has settings of its own.
bool has_own_settings(git_config* config) {
  git_buf buffer{};
  if (git2().git_config_get_string_buf(&buffer, config, "extensions.worktreeConfig") < 0) return false;
  const std::string value(buffer.ptr == nullptr ? "" : buffer.ptr, buffer.size);
  git2().git_buf_dispose(&buffer);
  return is_true(value);
}

/// The values of a key in plain files, in their order.
std::vector<std::string> values_of(const std::vector<PlainFile>& files, const std::string& key, bool only_users) {
  std::vector<std::string> values;
  const std::string normal = normalize_key(key);
  for (const PlainFile& file : files) {
    if (only_users && !file.is_users) continue;
    for (const ConfigEntry& entry : file.entries)
      if (entry.key == normal) values.push_back(entry.value);
  }
  return values;
}

std::optional<std::string> last_of(std::vector<std::string> values) {
  return values.empty() ? std::nullopt : std::optional(std::move(values.back()));
}

int collect_name(const git_config_entry* entry, void* names) {
  static_cast<std::vector<std::string>*>(names)->emplace_back(entry->name);
  return 0;
}

}  // namespace

ConfigHandle open_config(const Environment& environment, const Location& location, git_repository* repository) {
  set_home(environment);
  git_config* raw = nullptr;
  check_git2(git2().git_config_new(&raw), "cannot read Git's configuration");
  ConfigHandle config(raw);
  for (const ConfigFile& file : config_files(environment, location))
    add_file(raw, file.path, level_of(file.level), repository);
  if (has_own_settings(raw)) add_file(raw, location.git_dir / "config.worktree", GIT_CONFIG_LEVEL_APP, repository);
  return config;
}

std::string normalize_key(const std::string& key) {
  const auto first = key.find('.');
  const auto last = key.rfind('.');
  if (first == std::string::npos) return util::to_lower_ascii(key);
  return util::to_lower_ascii(key.substr(0, first)) + key.substr(first, last - first) +
         util::to_lower_ascii(key.substr(last));
}

Settings::Settings(const Environment& environment, const Location& location, git_repository* repository)
    : environment_(environment), location_(location) {
  add_environment();
  if (auto files = find_plain_files(environment_, location_))
    files_ = std::move(*files);
  else
    config_ = open_config(environment_, location_, repository);
}

/// The files, read again where one has changed; null where libgit2 has to be asked.
const std::vector<PlainFile>* Settings::plain() const {
  if (config_) return nullptr;
  if (are_current(files_)) return &files_;
  auto files = find_plain_files(environment_, location_);
  if (files)
    files_ = std::move(*files);
  else
    config_ = open_config(environment_, location_, nullptr);
  return files ? &files_ : nullptr;
}

git_config* Settings::handle() const {
  if (!config_) config_ = open_config(environment_, location_, nullptr);
  return config_.get();
}

void Settings::add_environment() {
  const std::string text = variable_of(environment_, "GIT_CONFIG_COUNT");
  int count = 0;
  std::from_chars(text.data(), text.data() + text.size(), count);
  constexpr int kMost = 10000;
  for (int i = 0; i < std::min(count, kMost); ++i) {
    const char* key = environment_(fmt::format("GIT_CONFIG_KEY_{}", i).c_str());
    const char* value = environment_(fmt::format("GIT_CONFIG_VALUE_{}", i).c_str());
    if (key != nullptr && value != nullptr) overrides_.emplace_back(normalize_key(key), value);
  }
}

std::optional<std::string> Settings::find_override(const std::string& key) const {
  const std::string normal = normalize_key(key);
  const auto override = std::find_if(overrides_.rbegin(), overrides_.rend(),
                                     [&](const auto& candidate) { return candidate.first == normal; });
  return override == overrides_.rend() ? std::nullopt : std::optional(override->second);
}

std::optional<std::string> Settings::find(const std::string& key) const {
  if (auto override = find_override(key)) return override;
  if (const auto* files = plain()) return last_of(values_of(*files, key, false));
  git_buf buffer{};
  const int code = git2().git_config_get_string_buf(&buffer, config_.get(), key.c_str());
  if (code == GIT_ENOTFOUND || code == GIT_EINVALIDSPEC) return std::nullopt;
  check_git2(code, fmt::format("cannot read the setting '{}'", key));
  std::string value(buffer.ptr == nullptr ? "" : buffer.ptr, buffer.size);
  git2().git_buf_dispose(&buffer);
  return value;
}

std::optional<std::string> Settings::find_program(const std::string& key) const {
  if (auto override = find_override(key)) return override;
  if (const auto* files = plain()) return last_of(values_of(*files, key, true));
  std::optional<std::string> value;
  const int code =
      git2().git_config_get_multivar_foreach(config_.get(), key.c_str(), nullptr, keep_users_value, &value);
  if (code < 0 && code != GIT_ENOTFOUND) check_git2(code, fmt::format("cannot read the setting '{}'", key));
  return value;
}

std::vector<std::string> Settings::find_all(const std::string& key) const {
  std::vector<std::string> values;
  if (const auto* files = plain()) {
    values = values_of(*files, key, false);
  } else {
    const int code =
        git2().git_config_get_multivar_foreach(config_.get(), key.c_str(), nullptr, collect_value, &values);
    if (code < 0 && code != GIT_ENOTFOUND) check_git2(code, fmt::format("cannot read the setting '{}'", key));
  }
  for (const auto& [name, value] : overrides_)
    if (name == normalize_key(key)) values.push_back(value);
  return values;
}

bool Settings::find_flag(const std::string& key, bool fallback) const {
  const auto value = find(key);
  return value ? is_true(*value) : fallback;
}

std::vector<std::string> Settings::subsections(const std::string& section, const std::string& variable) const {
  std::vector<std::string> keys;
  if (const auto* files = plain()) {
    for (const PlainFile& file : *files)
      for (const ConfigEntry& entry : file.entries) keys.push_back(entry.key);
  } else {
    // Not by git_config_foreach_match: its regular expressions leak 20 KB for each entry that they are asked about.
    check_git2(git2().git_config_foreach(config_.get(), collect_name, &keys), "cannot read Git's configuration");
  }
  const std::string before = section + '.';
  const std::string after = '.' + util::to_lower_ascii(variable);
  std::vector<std::string> names;
  for (const std::string& key : keys) {
    if (key.size() <= before.size() + after.size() || !key.starts_with(before) || !key.ends_with(after)) continue;
    names.push_back(key.substr(before.size(), key.size() - before.size() - after.size()));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace crmtrack::git
