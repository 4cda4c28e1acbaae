#pragma once

#include <vector>

#include "command/common/context.hpp"
#include "command/spec.hpp"
#include "session/write.hpp"

namespace crmtrack::command {

namespace option {
extern const OptionSpec kResolved, kConfirmed;
}  // namespace option

/// Checks --resolved and the options that belong to it. Throws Error(usage) for one without the other, and for a code
/// that needs grounds which only `resolve` takes.
void require_first_call_options(const Invocation& invocation);

/// Adds what settled the complaint in the call that brought it: the answer of --resolved, and with --confirmed the
/// customer's word that it is settled. `drafts` end with the complaint and what was promised with it. Throws
/// Error(refused) where the channel does not prove that the answer reached the customer, and it is called confirmed.
void add_first_call(Context& context, const Invocation& invocation, std::vector<session::Draft>& drafts);

}  // namespace crmtrack::command
