#include "mail/message/message.hpp"

#include <algorithm>

#include "mail/message/body_text.hpp"
#include "mail/message/headers.hpp"
#include "mail/message/mail_date.hpp"
#include "mail/message/message_ids.hpp"
#include "mail/message/token.hpp"
#include "mail/mime/parts.hpp"
#include "mail/text/quoted_history.hpp"
#include "util/digest.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"
#include "util/text/utf8.hpp"

namespace crmtrack::mail {

namespace {

constexpr std::size_t kLongestSubject = 500;
constexpr std::size_t kMostRecipients = 200;

/// A text part with LF line ends and without empty lines at its end: procmail adds one.
std::string settled_text(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size(); ++i)
    if (bytes[i] != '\r' || i + 1 == bytes.size() || bytes[i + 1] != '\n') text += bytes[i];
  text.erase(text.find_last_not_of(" \t\r\n") + 1);
  return text;
}

std::string collapse_blanks(std::string_view text) {
  std::string collapsed;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\t';
    if (!is_blank || (!collapsed.empty() && collapsed.back() != ' ')) collapsed += is_blank ? ' ' : c;
  }
  return collapsed;
}

/// The headers that a person sees, whichever way they are folded.
std::string seen_headers(const Headers& headers) {
  std::string seen;
  for (const std::string_view header : {"from", "date", "subject"})
    seen.append(collapse_blanks(headers.text(header))).append("\n");
  return seen;
}

/// A hash of the decoded body and the names of its files. Of the header of an enclosed message it takes what a person
/// sees: getmail folds all of it anew.
std::string body_digest(const Parts& parts) {
  std::string digests;
  for (const Part& part : parts.parts) {
    const bool is_text = part.type.starts_with("text/");
    const std::string bytes = part.type == "message/rfc822" ? seen_headers(Headers(part.bytes))
                              : is_text                     ? settled_text(part.bytes)
                                                            : part.bytes;
    digests += part.type + ' ' + util::sha256_hex(bytes) + ' ' + util::sha256_hex(part.name) + '\n';
  }
  return util::sha256_hex(digests);
}

/// Tells a mail from any that resembles it: by its Message-ID, or the headers that a person sees; by its sender, since
/// anybody can write an id that they have read; and by all that it says and brings along.
std::string identity_of(std::string_view bytes, const Headers& headers, const std::string& message_id,
                        const Parts& parts) {
  std::string named = message_id.empty() ? "without id\n" + seen_headers(headers) : message_id;
  named += '\n' + util::to_lower_ascii(address_of(headers.find("from")).mail) + '\n' + body_digest(parts);
  // More than is read: then all that it has counts as it stands.
  if (parts.is_cut)
    named += '\n' + util::sha256_hex(settled_text(bytes.substr(std::min(headers.size(), bytes.size()))));
  return util::sha256_hex(named);
}

std::vector<std::string> ids_nearest_first(const Headers& headers) {
  std::vector<std::string> ids;
  const auto add = [&](std::vector<std::string> found) {
    for (std::string& id : found)
      if (std::ranges::find(ids, id) == ids.end()) ids.push_back(std::move(id));
  };
  add(ids_of(headers.find("in-reply-to")));
  std::vector<std::string> references = ids_of(headers.find("references"));
  std::ranges::reverse(references);
  add(std::move(references));
  return ids;
}

std::vector<std::string> recipients_of(const Headers& headers) {
  std::vector<std::string> recipients;
  for (const std::string_view name :
       {"delivered-to", "x-original-to", "envelope-to", "to", "cc", "resent-to", "x-envelope-to"})
    for (const std::string_view value : headers.all(name))
      for (Address& address : addresses_of(value))
        if (!address.mail.empty() && recipients.size() < kMostRecipients) recipients.push_back(std::move(address.mail));
  return recipients;
}

std::vector<std::string> tokens_of(const Message& message) {
  std::vector<std::string> tokens = tokens_of_subject(message.subject);
  for (const std::string& mail : message.recipients) {
    std::string token = token_of_address(mail);
    if (!token.empty() && std::ranges::find(tokens, token) == tokens.end()) tokens.push_back(std::move(token));
  }
  return tokens;
}

/// At most so many bytes, cut between characters.
std::string cut_text(std::string text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
  text.resize(most);
  return text;
}

Address sender_of(const Headers& headers) {
  Address from = address_of(headers.find("from"));
  if (from.mail.empty()) {
    Address sender = address_of(headers.find("sender"));
    if (sender.mail.empty()) sender = address_of(headers.find("reply-to"));
    if (sender.name.empty()) sender.name = from.name;
    from = std::move(sender);
  }
  from.name = cut_text(std::move(from.name), 200);
  return from;
}

}  // namespace

Message read_message(std::string_view bytes, std::string_view from_line) {
  const Headers headers(bytes);
  const Parts parts = parts_of(bytes);
  Message message;
  message.message_id = id_of(headers.find("message-id"));
  message.identity = identity_of(bytes, headers, message.message_id, parts);
  message.refers_to = ids_nearest_first(headers);
  message.is_reply = headers.has("in-reply-to") || headers.has("references");
  message.from = sender_of(headers);
  message.recipients = recipients_of(headers);
  message.subject = cut_text(headers.text("subject"), kLongestSubject);
  SplitText split = split_history(text_of_parts(parts));
  message.text = std::move(split.said);
  message.history_lines = split.history_lines;
  message.signature_lines = split.signature_lines;
  message.files = files_of(parts);
  MailDate date = date_of(headers);
  message.at = date.at;
  message.date_doubt = std::move(date.doubt);
  message.finding = find_nature(headers, parts, from_line);
  message.tokens = tokens_of(message);
  message.is_cut = parts.is_cut;
  return message;
}

}  // namespace crmtrack::mail
