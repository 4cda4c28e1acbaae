#pragma once

#include "session/check/checks.hpp"

namespace crmtrack::session {

/// Whether Git's hooks of ours are installed here.
Check check_hooks(Session& session);
/// Whether plain Git merges policy files by key here.
Check check_merge_driver(Session& session);

}  // namespace crmtrack::session
