#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "git/object/git2_api.hpp"
#include "git/program/config_files.hpp"
#include "git/program/environment.hpp"
#include "git/program/plain_files.hpp"
#include "git/reference/location.hpp"

namespace crmtrack::git {

/// Git's configuration, as `git config` would answer it for this user and repository. libgit2 alone does not honour
/// GIT_CONFIG_GLOBAL, GIT_CONFIG_SYSTEM, GIT_CONFIG_NOSYSTEM and GIT_CONFIG_COUNT, and takes HOME from the process.
class Settings {
 public:
  /// Reads the files, without libgit2 where they are plain (plain_config.hpp). Otherwise libgit2 reads them, and
  /// `repository`, which may be null, judges the conditions of `includeIf`. Throws Error(repository) for a file that is
  /// no configuration.
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
  /// Whether the files are read without libgit2.
  [[nodiscard]] bool is_plain() const { return config_ == nullptr; }
  /// libgit2's handle of the files. From the first call on, libgit2 answers every question.
  [[nodiscard]] git_config* handle() const;

 private:
  [[nodiscard]] std::optional<std::string> find_override(const std::string& key) const;
  [[nodiscard]] const std::vector<PlainFile>* plain() const;
  void add_environment();

  Environment environment_;
  Location location_;
  mutable std::vector<PlainFile> files_;
  mutable ConfigHandle config_;                                 ///< null as long as the files are plain
  std::vector<std::pair<std::string, std::string>> overrides_;  // GIT_CONFIG_COUNT: later ones win
};

/// libgit2's handle of a user's and repository's files. `repository`, which may be null, judges the conditions of
/// `includeIf`. Throws Error(repository) for a file that is no configuration.
ConfigHandle open_config(const Environment& environment, const Location& location, git_repository* repository);

/// `Section.Sub.Variable` with section and variable in lower case, as Git compares keys.
std::string normalize_key(const std::string& key);

}  // namespace crmtrack::git
