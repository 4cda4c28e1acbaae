#pragma once

#include <string>

#include "git/program/repository.hpp"

namespace crmtrack::git {

/// The repository's own configuration file, which alone is ever written. A lock that a killed process left on it is
/// removed. Each function throws Error(repository) where the file cannot be written.
class OwnConfig {
 public:
  explicit OwnConfig(const Repository& repository);
  void set(const std::string& key, const std::string& value);
  /// Adds a value to those that a key has.
  void add(const std::string& key, const std::string& value);

 private:
  UmaskGuard umask_;
  ConfigHandle config_;
};

}  // namespace crmtrack::git
