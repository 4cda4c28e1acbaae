#pragma once

#include <string>
#include <utility>
#include <vector>

#include "command/spec.hpp"

namespace crmtrack::command {

/// `--set FIELD=VALUE`, in order. Throws Error(usage) for a malformed one.
std::vector<std::pair<std::string, std::string>> assignments_of(const Invocation& invocation);

}  // namespace crmtrack::command
