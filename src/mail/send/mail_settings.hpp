#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "git/program/environment.hpp"
#include "git/program/settings.hpp"
#include "mail/message/address.hpp"
#include "mail/send/hand_over.hpp"

namespace crmtrack::mail {

/// The settings of Git's configuration that mail goes out by (docs/mail.md, Send mail). All come from the user's own
/// files (system and global) and the environment, never from the repository's: those may have come with somebody
/// else's data, and would say where our mail goes through and where the answers go.
struct MailSettings {
  Address from;               ///< crmtrack.from
  std::string reply_to = {};  ///< crmtrack.replyTo, with `%` where the token belongs; empty: answers go to `from`
  std::vector<std::string> program;  ///< crmtrack.sendmail; empty: the machine's sendmail
  std::string search_path = {};
  std::chrono::seconds timeout{60};  ///< crmtrack.sendmailTimeout

  /// The address for the answers to a mail with this token: `desk+crm-TOKEN@example.com` where reply_to has a `%`.
  /// Empty where reply_to is.
  [[nodiscard]] std::string reply_address(std::string_view token) const;
  /// How a mail with this token is handed over: what cannot be delivered comes back to where its answers go.
  [[nodiscard]] SendSettings for_token(std::string_view token) const;
};

/// Reads the settings. Throws Error(refused) where crmtrack.from is missing, or a setting cannot be used, with the line
/// that mends it.
MailSettings read_mail_settings(const git::Settings& settings, const git::Environment& environment);

/// Whether this user's configuration says that this host delivers what falls due (crmtrack.deliver).
bool may_deliver(const git::Settings& settings);

}  // namespace crmtrack::mail
