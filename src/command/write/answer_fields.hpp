#pragma once

#include <string>

#include "command/spec.hpp"
#include "yaml/node.hpp"

namespace crmtrack::command {

namespace option {
extern const OptionSpec kOutcome, kCode, kCause, kRedress;
}  // namespace option

/// The fields of an answer that --outcome, --code, --cause, --systemic, --event and --redress state. Throws
/// Error(usage) for a redress that is no amount with a currency.
yaml::Node answer_fields(const Invocation& invocation);

}  // namespace crmtrack::command
