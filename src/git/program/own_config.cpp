#include "git/program/own_config.hpp"

namespace crmtrack::git {
namespace {

constexpr const char* kCannotConfigure = "cannot write the repository's configuration";

}  // namespace

OwnConfig::OwnConfig(const Repository& repository) : umask_(repository.access.mask()) {
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
