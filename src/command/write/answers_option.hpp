#pragma once

#include <string>
#include <vector>

#include "command/common/context.hpp"
#include "command/spec.hpp"
#include "session/promise/answered.hpp"
#include "session/write.hpp"

namespace crmtrack::command {

/// The references that a record keeps as `answers`: those of --answers (`none`: none), else those that such a contact
/// answers by itself, of which the user is told. Throws Error(usage), Error(not_found) or Error(ambiguous).
std::vector<std::string> answers_of(Context& context, const Invocation& invocation, const session::PromisesOf& story,
                                    const session::Contact& contact);
/// Asks, on a terminal, which of the open promises of the other side an inbound contact keeps. Returns their
/// references; none where nothing may be asked or --answers says it.
std::vector<std::string> ask_what_it_answers(Context& context, const Invocation& invocation,
                                             const session::PromisesOf& story, const session::Contact& contact);
/// Tells the user why an --answers of a record that was written settles nothing. `story` is as it is afterwards.
void say_unsettled(Context& context, const Invocation& invocation, const session::PromisesOf& story,
                   const session::Draft& written);

}  // namespace crmtrack::command
