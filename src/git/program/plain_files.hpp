#pragma once

#include <sys/stat.h>

#include <filesystem>
#include <optional>
#include <vector>

#include "git/program/config_files.hpp"
#include "git/program/plain_config.hpp"

namespace crmtrack::git {

/// A configuration file that is plain (plain_config.hpp), or absent.
struct PlainFile {
  std::filesystem::path path;
  bool is_users = false;  ///< of the system or the user, and not of the repository
  struct stat read {};    ///< what the system said of the file when it was read; zeros where it was absent
  std::vector<ConfigEntry> entries;
};

/// Reads the configuration files of a user and repository, in Git's order. nullopt where one is not plain.
std::optional<std::vector<PlainFile>> find_plain_files(const Environment& environment, const Location& location);
/// Whether no file has changed since it was read.
bool are_current(const std::vector<PlainFile>& files);

}  // namespace crmtrack::git
