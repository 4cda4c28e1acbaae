#pragma once

#include "command/common/context.hpp"
#include "command/spec.hpp"
#include "yaml/node.hpp"

namespace crmtrack::command {

namespace option {
extern const OptionSpec kWentWell, kWentWrong, kRootCause, kPraise;
}  // namespace option

/// The fields of a review that --went-well, --went-wrong, --root-cause, --lesson and --praise state; empty where none
/// is given.
yaml::Node review_fields(Context& context, const Invocation& invocation);

}  // namespace crmtrack::command
