#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "git/program/environment.hpp"
#include "git/reference/location.hpp"

namespace crmtrack::git {

/// A file that Git reads for this user and repository.
struct ConfigFile {
  enum class Level { system, xdg, global, local } level;
  std::filesystem::path path;  ///< may be absent
};

/// The configuration files of a user and repository, in the order in which Git reads them: a later one wins. Honours
/// GIT_CONFIG_GLOBAL, GIT_CONFIG_SYSTEM, GIT_CONFIG_NOSYSTEM, XDG_CONFIG_HOME and HOME.
std::vector<ConfigFile> config_files(const Environment& environment, const Location& location);

/// The folder that `~` means to Git; empty where there is none.
std::filesystem::path home_of(const Environment& environment);
/// Whether Git reads the value as true.
bool is_true(const std::string& value);

}  // namespace crmtrack::git
