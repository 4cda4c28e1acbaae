#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/path.hpp"
#include "record/record.hpp"
#include "session/session.hpp"
#include "story/story.hpp"

namespace crmtrack::mail {

/// A message of the inbox.
struct InboxMail {
  record::StoryRef story;                    ///< of the journal; its id is what people call the mail
  record::Record record;                     ///< its `mail` record
  std::string assigned_to;                   ///< the complaint on which somebody put it; empty where it waits
  std::optional<record::Record> assignment;  ///< the record that says so
  std::vector<story::Entry> entries;         ///< all that is recorded of it

  [[nodiscard]] std::string text_of(std::string_view key) const { return record.text_of(key); }
  /// The identity that names the mail whichever way it came.
  [[nodiscard]] std::string identity() const;
};

/// The messages that nobody has put anywhere yet, oldest first: the first ones, and how many there are.
struct Inbox {
  std::vector<InboxMail> mails;
  std::size_t total = 0;
};
/// Reads at most `limit` of the messages that wait; counts all.
Inbox waiting_mails(session::Session& session, std::optional<std::size_t> limit = {});

/// The message that a prefix of its id's random part (at least 4 characters) or its whole id names, waiting or not.
/// Throws Error(not_found), or Error(ambiguous) with the candidates.
InboxMail get_inbox_mail(session::Session& session, std::string_view word);
/// Finds a message as get_inbox_mail does; nullopt where there is none, or the word is too short. Throws
/// Error(ambiguous).
std::optional<InboxMail> find_mail_by_word(session::Session& session, std::string_view word);
/// As get_inbox_mail. Throws Error(refused) for one that somebody has put on a complaint already.
InboxMail get_waiting_mail(session::Session& session, std::string_view word);

}  // namespace crmtrack::mail
