#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "mail/receive/compose.hpp"
#include "mail/receive/raw_mail.hpp"
#include "session/session.hpp"

namespace crmtrack::mail {

/// A mail that was taken, and its place.
struct Received {
  std::string as;          ///< name_of(Composed::As), or `known` for one that the ledger has already
  record::StoryRef story;  ///< where it is
  std::string record;      ///< the record; empty for one that was known
  std::string from, subject;
  std::string why;  ///< of one that waits: why it does
};

/// Gives one mail after the other, and nullopt at the end.
using NextMail = std::function<std::optional<RawMail>()>;

/// Takes all mails that `next` gives, in batches of one commit each; a mail that the ledger has is passed over. Each is
/// durable before `told` hears of it. Throws Error(refused) where the user may not write the machine's records, and
/// Error(program_failed) where GMime is not installed.
void receive(session::Session& session, const NextMail& next, const std::function<void(const Received&)>& told);

}  // namespace crmtrack::mail
