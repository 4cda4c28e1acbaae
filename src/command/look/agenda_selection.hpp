#pragma once

#include "command/common/context.hpp"
#include "index/read/promises.hpp"

namespace crmtrack::command {

/// The promises that the words and options of `agenda` ask for: of a person, a team, a project, a customer, or
/// everybody; until a day. The user's own agenda includes what nobody owns; another person's does not. Throws
/// Error(usage) where two of them contradict each other, Error(refused) for a person or team whom policy does not list.
index::PromiseSelection read_agenda_selection(Context& context, const Invocation& invocation);

}  // namespace crmtrack::command
