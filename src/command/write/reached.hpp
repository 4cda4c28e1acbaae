#pragma once

#include <string_view>

#include "command/common/context.hpp"
#include "command/spec.hpp"
#include "session/write.hpp"
#include "story/complaint.hpp"

namespace crmtrack::command {

/// Hints at how to say otherwise, where a contact by this type counts as a call that reached the customer though the
/// user did not state so: `if not: crmtrack undo, then OTHERWISE`.
void hint_at_claim(Context& context, const Invocation& invocation, std::string_view contact_type,
                   std::string_view otherwise = "--evidence attempted");
/// Hints that an outbound contact leaves a complaint unacknowledged: it is only received, and the contact had another
/// purpose.
void hint_at_unacknowledged(Context& context, const session::Draft& contact, const story::Complaint& after);

}  // namespace crmtrack::command
