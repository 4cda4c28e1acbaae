#pragma once

#include <functional>

namespace crmtrack::git {

/// The user's settings and identity as Git knows them: system, global and repository configuration, GIT_AUTHOR_*,
/// GIT_COMMITTER_*, GIT_*_DATE, GIT_CONFIG_GLOBAL, GIT_CONFIG_COUNT, EMAIL. `environment` is asked for each variable
/// (null: not set).
using Environment = std::function<const char*(const char*)>;

}  // namespace crmtrack::git
