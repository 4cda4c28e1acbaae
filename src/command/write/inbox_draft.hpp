#pragma once

#include <string>
#include <vector>

#include "command/spec.hpp"
#include "mail/receive/inbox.hpp"
#include "session/write.hpp"

namespace crmtrack::command {

/// The files that lie beside the record of a mail: the mail itself. Throws Error(repository) where one is not as it
/// went in.
std::vector<session::Attachment> files_of_inbox_mail(Context& context, const mail::InboxMail& mail);
/// The record that says on which complaint a mail of the inbox was put.
session::Draft assignment_of_mail(Context& context, const Invocation& invocation, const mail::InboxMail& mail,
                                  const std::string& complaint);

}  // namespace crmtrack::command
