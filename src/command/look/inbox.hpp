#pragma once

#include "command/spec.hpp"

namespace crmtrack::command {

/// Whether `list` is asked for the mails that wait, by `inbox:yes`.
bool asks_for_inbox(const Invocation& invocation);
/// Lists the mails that wait, oldest first. Throws Error(usage) where the list has conditions beside `inbox:yes`: a
/// mail has none of a complaint's facts.
int list_inbox(Context& context, const Invocation& invocation);

}  // namespace crmtrack::command
