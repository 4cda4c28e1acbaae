#pragma once

#include "command/common/context.hpp"
#include "command/spec.hpp"

namespace crmtrack::command {

/// The invocation with the words and options that the command needs and the user left out, as the user answers on a
/// terminal: fixed vocabularies and the data's own words are offered. Elsewhere it is the invocation as it was. Throws
/// Error(cancelled).
Invocation ask_for_missing(Context& context, const CommandSpec& command, Invocation invocation);

}  // namespace crmtrack::command
