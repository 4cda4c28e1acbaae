#pragma once

#include <string>
#include <string_view>

#include "session/session.hpp"

namespace crmtrack::session {

/// Runs a hook of ours on its first argument and its input. The exit code is the hook's: not 0 refuses what Git is
/// about to do.
using HookRunner = int (*)(Session& session, const std::string& state, const std::string& input);

/// Null where there is no such hook.
HookRunner find_hook(std::string_view name);

}  // namespace crmtrack::session
