#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mail/message/address.hpp"
#include "util/random.hpp"
#include "util/time.hpp"

namespace crmtrack::mail {

/// A mail that we send to one person.
struct OutgoingMail {
  Address from;
  std::string reply_to = {};  ///< where answers go; empty: to `from`
  Address to;
  std::string subject = {};  ///< behind the token; it has no words of a customer
  std::string text;
  std::string html = {};                     ///< the text as HTML; may be empty
  std::string message_id;                    ///< without brackets, as every id here
  std::string in_reply_to = {};              ///< may be empty
  std::vector<std::string> references = {};  ///< the mails of the conversation, oldest first
  std::string list_id = {};                  ///< `crmtrack.example.com`; may be empty
  std::string token;                         ///< 16 Crockford characters; empty where no answer is awaited
  util::Timestamp at;
  bool is_automatic = true;  ///< no person wrote it: programs that answer by themselves then keep still
};

/// The bytes of a mail, equal for equal input: headers in ASCII, lines that end in LF and have at most 76 characters
/// (an address or id that is longer stays whole, far below the 998 that mail allows). The token is the first word of
/// the Subject, as it is: mail programs keep that word readable. Throws Error(refused) for an address or id that cannot
/// be sent, and Error(program_failed) where GMime is not installed.
std::string compose_mail(const OutgoingMail& mail);

/// A token that nobody can guess: 80 random bits, as 16 Crockford characters. `about` names the purpose of the draw.
std::string mint_token(util::Random& random, std::string_view about);
/// A Message-ID, without brackets, in the domain of the sender's address.
std::string mint_message_id(util::Random& random, std::string_view about, std::string_view from);

}  // namespace crmtrack::mail
