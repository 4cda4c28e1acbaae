#pragma once

#include "command/common/context.hpp"
#include "story/complaint.hpp"

namespace crmtrack::command {

/// Hints how a complaint that is closed, withdrawn or void is taken up again: a contact was recorded on it, and moves
/// nothing there.
void hint_at_ended(Context& context, const story::Complaint& complaint);

}  // namespace crmtrack::command
