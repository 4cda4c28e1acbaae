#pragma once

#include <chrono>
#include <string>

#include "util/time.hpp"

namespace crmtrack::git {

/// The author or committer of a commit.
struct Signature {
  std::string name, email;
  util::Instant time{};
  std::chrono::minutes offset{0};
};

}  // namespace crmtrack::git
