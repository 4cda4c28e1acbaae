#pragma once

#include <string>
#include <variant>

#include "command/common/context.hpp"
#include "document/document.hpp"
#include "document/value.hpp"
#include "mail/receive/inbox.hpp"

namespace crmtrack::command {

/// The complaint, by its id, or the mail of the inbox that a word names. A mail that became a complaint has the id of
/// that complaint, which is then meant. Throws Error(not_found) and Error(ambiguous).
std::variant<std::string, mail::InboxMail> get_complaint_or_mail(Context& context, const std::string& word);

/// Adds what is known of a mail of the inbox: from whom it came and when, where it went, its files and its text.
void add_mail_story(Context& context, const mail::InboxMail& mail, document::Document& document);
/// The JSON item of a mail of the inbox, as `list inbox:yes` prints it (docs/json.md).
document::Value item_of_mail(const mail::InboxMail& mail);
/// The JSON item of a mail of the inbox with where it went and its files, as `show` prints it.
document::Value story_item_of_mail(const mail::InboxMail& mail);

}  // namespace crmtrack::command
