#pragma once

#include "command/common/context.hpp"
#include "command/spec.hpp"
#include "yaml/node.hpp"

namespace crmtrack::command {

/// `--promise WHAT@DUE`, with `--to`, as the list that a record keeps.
yaml::Node promises_of(Context& context, const Invocation& invocation);
/// `--expects WHAT[@DUE]` as the map that a record keeps; null where it was not given.
yaml::Node expects_of(Context& context, const Invocation& invocation);

}  // namespace crmtrack::command
