#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "git/object/git2_api.hpp"
#include "git/program/config_files.hpp"
#include "git/program/environment.hpp"
#include "git/reference/location.hpp"

namespace crmtrack::git {

/// Git's configuration, as `git config` would answer it for this user and repository. libgit2 alone does not honour
/// GIT_CONFIG_GLOBAL, GIT_CONFIG_SYSTEM, GIT_CONFIG_NOSYSTEM and GIT_CONFIG_COUNT, and takes HOME from the process.
class Settings {
 public:
  /// Reads the files. `includeIf` conditions are judged by `repository`, which may be null. Throws Error(repository)
  /// for a file that is no configuration.
  Settings(const Environment& environment, const Location& location, git_repository* repository);

  [[nodiscard]] std::optional<std::string> find(const std::string& key) const;
  /// A setting that names a program. It comes from the user's own files (system and global) and the environment, never
  /// from the repository's files, which may have come with somebody else's data (docs/threat-model.md, Protected
  /// assets).
  [[nodiscard]] std::optional<std::string> find_program(const std::string& key) const;
  /// Every value of a key, in the order of Git's files.
  [[nodiscard]] std::vector<std::string> find_all(const std::string& key) const;
  /// A setting as a truth value; `fallback` where it is not set, or is none.
  [[nodiscard]] bool find_flag(const std::string& key, bool fallback) const;
  /// The names between section and variable: `remote.NAME.url` for section `remote`, variable `url`.
  [[nodiscard]] std::vector<std::string> subsections(const std::string& section, const std::string& variable) const;
  [[nodiscard]] git_config* handle() const { return config_.get(); }

 private:
  void add_file(const std::filesystem::path& path, git_config_level_t level, git_repository* repository);
  [[nodiscard]] std::optional<std::string> find_override(const std::string& key) const;
  void add_environment(const Environment& environment);

  ConfigHandle config_;
  std::vector<std::pair<std::string, std::string>> overrides_;  // GIT_CONFIG_COUNT: later ones win
};

/// `Section.Sub.Variable` with section and variable in lower case, as Git compares keys.
std::string normalize_key(const std::string& key);

}  // namespace crmtrack::git
