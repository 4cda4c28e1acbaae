#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "command/spec.hpp"

namespace crmtrack::command {

/// `--set FIELD=VALUE`, in order. The name of a field may begin with `prefix`. Throws Error(usage) for a malformed one.
std::vector<std::pair<std::string, std::string>> assignments_of(const Invocation& invocation,
                                                                std::string_view prefix = {});

}  // namespace crmtrack::command
