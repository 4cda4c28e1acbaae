#pragma once

#include <string>

#include "mail/message/message.hpp"
#include "mail/receive/match.hpp"
#include "mail/receive/raw_mail.hpp"
#include "session/write_machine.hpp"

namespace crmtrack::mail {

/// The record that a mail becomes.
struct Composed {
  enum class As {
    answer,     ///< an activity: a contact answered a mail of ours
    activity,   ///< an activity: a further mail of a conversation, or one whose sender is not sure
    report,     ///< an activity: a program wrote it
    complaint,  ///< a new complaint
    inbox,      ///< it waits for a person
  } as = As::inbox;
  session::MachineDraft draft;
  std::string why;  ///< of one that waits: why it does
};
std::string_view name_of(Composed::As as);

/// Makes the record of a mail on the story that it belongs to; every host makes the same one of the same ledger.
Composed compose_activity(session::Session& session, const Message& message, const RawMail& raw, const Match& match);

/// Makes the complaint that a mail becomes where policy says so (`inbox`) and its forms allow it, else the record by
/// which it waits in the inbox.
Composed compose_new(session::Session& session, const Message& message, const RawMail& raw);

/// The fields that a new complaint takes from a mail.
yaml::Node complaint_fields(const Message& message, const std::string& customer);

}  // namespace crmtrack::mail
