#pragma once

#include <functional>

namespace crmtrack::git {

/// Looks up a variable of the environment by its name; nullptr: not set. Git finds the user's settings and identity in
/// GIT_AUTHOR_*, GIT_COMMITTER_*, GIT_*_DATE, GIT_CONFIG_GLOBAL, GIT_CONFIG_COUNT, EMAIL.
using Environment = std::function<const char*(const char*)>;

}  // namespace crmtrack::git
