#pragma once

#include <string>
#include <utility>
#include <vector>

#include "command/common/context.hpp"
#include "command/spec.hpp"
#include "yaml/node.hpp"

namespace crmtrack::command {

/// Holds a complaint's fields against the forms of policy. Throws Error(refused): the field, why, an example.
void require_forms(Context& context, const yaml::Node& fields);
/// `--set FIELD=VALUE`, in order. Throws Error(usage) for a malformed one.
std::vector<std::pair<std::string, std::string>> assignments_of(const Invocation& invocation);
/// Throws Error(refused) for a field that has a command of its own, or that crmtrack derives.
void require_settable(const std::string& field);
/// `--promise WHAT@DUE` as the list that a record keeps.
yaml::Node promises_of(Context& context, const Invocation& invocation);
/// `--expects WHAT[@DUE]` as the map that a record keeps; null where it was not given.
yaml::Node expects_of(Context& context, const Invocation& invocation);

}  // namespace crmtrack::command
