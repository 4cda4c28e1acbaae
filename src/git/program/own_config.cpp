#include "git/program/own_config.hpp"

#include <chrono>
#include <filesystem>
#include <system_error>
#include <thread>

namespace crmtrack::git {
namespace {

namespace fs = std::filesystem;

constexpr const char* kCannotConfigure = "cannot write the repository's configuration";

/// Removes the lock that a killed process left beside the file. Who lives holds it for milliseconds, so one that is
/// there for a second, unchanged, is nobody's.
void remove_dead_lock(const fs::path& config) {
  constexpr int kLooks = 20;
  constexpr std::chrono::milliseconds kBetween(50);
  const fs::path lock = config.string() + ".lock";
  std::error_code absent;
  const auto made = fs::last_write_time(lock, absent);
  for (int look = 0; look < kLooks && !absent; ++look) {
    std::this_thread::sleep_for(kBetween);
    if (fs::last_write_time(lock, absent) != made) return;
  }
  if (!absent) fs::remove(lock, absent);
}

}  // namespace

OwnConfig::OwnConfig(const Repository& repository) : umask_(repository.access.mask()) {
  remove_dead_lock(repository.location.common_dir / "config");
  git_config* config = nullptr;
  check_git2(git2().git_config_open_level(&config, repository.settings.handle(), GIT_CONFIG_LEVEL_LOCAL),
             kCannotConfigure);
  config_.reset(config);
}

void OwnConfig::set(const std::string& key, const std::string& value) {
  check_git2(git2().git_config_set_string(config_.get(), key.c_str(), value.c_str()), kCannotConfigure);
}

void OwnConfig::add(const std::string& key, const std::string& value) {
  // An expression that fits no value: nothing is replaced.
  check_git2(git2().git_config_set_multivar(config_.get(), key.c_str(), "^$", value.c_str()), kCannotConfigure);
}

}  // namespace crmtrack::git
