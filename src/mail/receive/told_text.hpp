#pragma once

#include <string>

#include "mail/message/message.hpp"
#include "mail/receive/match.hpp"

namespace crmtrack::mail {

/// The text of a mail's record: the writer's own words, at most 64 KiB, then a line in brackets for each fact that the
/// reader should know: what was left out, what is in doubt, from whom it came where that is no contact. `match` may be
/// null.
std::string told_text(const Message& message, const Match* match);

/// A first line for a list: the subject without our token and `Re:`, else the front of the text, else `(no subject)`.
std::string told_summary(const Message& message);

}  // namespace crmtrack::mail
