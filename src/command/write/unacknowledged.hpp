#pragma once

#include "command/common/context.hpp"
#include "session/write.hpp"
#include "story/complaint.hpp"

namespace crmtrack::command {

/// Hints that an outbound contact leaves a complaint unacknowledged: it is only received, and the contact had another
/// purpose.
void hint_at_unacknowledged(Context& context, const session::Draft& contact, const story::Complaint& after);

}  // namespace crmtrack::command
