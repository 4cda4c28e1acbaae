#pragma once

#include "command/common/context.hpp"
#include "command/spec.hpp"

namespace crmtrack::command {

/// Runs `email --send`: records the mail, hands it over to the mail program, and records what that said, in this order.
/// A run that is killed in between loses nothing, and the mail can be sent again as it was. Throws
/// Error(program_failed) where the program did not take the mail.
int send_email(Context& context, const Invocation& invocation);

/// Runs `email ID --again RECORD`: hands over a mail that was recorded and did not go out, with the Message-ID that it
/// has. Throws Error(refused) for a record that is no such mail.
int send_email_again(Context& context, const Invocation& invocation);

}  // namespace crmtrack::command
