#pragma once

#include <string>
#include <utility>
#include <vector>

#include "command/common/context.hpp"
#include "command/spec.hpp"
#include "yaml/node.hpp"

namespace crmtrack::command {

/// `--set FIELD=VALUE`, in order. Throws Error(usage) for a malformed one.
std::vector<std::pair<std::string, std::string>> assignments_of(const Invocation& invocation);
/// `--promise WHAT@DUE` as the list that a record keeps.
yaml::Node promises_of(Context& context, const Invocation& invocation);
/// `--expects WHAT[@DUE]` as the map that a record keeps; null where it was not given.
yaml::Node expects_of(Context& context, const Invocation& invocation);

}  // namespace crmtrack::command
