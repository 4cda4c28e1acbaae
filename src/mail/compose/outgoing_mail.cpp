#include "mail/compose/outgoing_mail.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "mail/compose/body.hpp"
#include "mail/compose/header_text.hpp"
#include "mail/compose/outgoing_address.hpp"
#include "util/digest.hpp"
#include "util/error.hpp"
#include "util/id.hpp"
#include "util/text/ascii.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::mail {

namespace {

constexpr std::size_t kLongestSubject = 200;
constexpr std::size_t kLongestName = 100;
constexpr std::size_t kLongestId = 250;
/// Of a long conversation the first mail and the newest ones are named.
constexpr std::size_t kMostReferences = 20;
constexpr std::size_t kTokenCharacters = 16;

/// Whether an id can be written between brackets. Ids of other people's mails have come with anything in them.
bool is_writable_id(std::string_view id) {
  return id.size() <= kLongestId && id.find('@') != std::string_view::npos &&
         std::ranges::all_of(
             id, [](char c) { return c > ' ' && c < 0x7f && c != '<' && c != '>'; });
}

std::string bracketed(std::string_view id) { return fmt::format("<{}>", id); }

std::string address_header(std::string_view header, const Address& address) {
  require_outgoing_address(address.mail, header == "To" ? "recipient" : "sender");
  std::vector<std::string> words = words_of_name(clean_header_text(address.name, kLongestName));
  words.push_back(words.empty() ? address.mail : bracketed(address.mail));
  return fold_header(header, words);
}

std::string subject_header(const OutgoingMail& mail) {
  std::vector<std::string> words = words_of_text(clean_header_text(mail.subject, kLongestSubject));
  if (!mail.token.empty()) words.insert(words.begin(), fmt::format("[crm-{}]", mail.token));
  return fold_header("Subject", words);
}

std::string references_header(const OutgoingMail& mail) {
  std::vector<std::string> ids;
  for (const std::string& id : mail.references)
    if (is_writable_id(id) && id != mail.in_reply_to) ids.push_back(bracketed(id));
  if (is_writable_id(mail.in_reply_to)) ids.push_back(bracketed(mail.in_reply_to));
  if (ids.size() > kMostReferences)
    ids.erase(ids.begin() + 1, ids.begin() + static_cast<std::ptrdiff_t>(ids.size() - kMostReferences + 1));
  return ids.empty() ? std::string() : fold_header("References", ids);
}

/// The name of a list in the characters that RFC 2919 allows.
std::string list_header(const std::string& list_id) {
  std::string name;
  for (const char c : clean_header_text(list_id, kLongestName))
    if (c == '.' || c == '-' || c == '_' || util::is_alphanumeric(c)) name += c;
  return name.empty() ? std::string() : fold_header("List-Id", {bracketed(name)});
}

void require_sound(const OutgoingMail& mail) {
  const bool has_token = mail.token.size() == kTokenCharacters && util::is_crockford(mail.token);
  if (!mail.token.empty() && !has_token) throw util::Error(util::ErrorKind::bug, "cannot send mail: bad token");
  if (is_writable_id(mail.message_id)) return;
  throw util::Error(util::ErrorKind::refused,
                    fmt::format("cannot send mail with the Message-ID '{}': mail servers could not read it",
                                util::visible_line(mail.message_id)));
}

/// Text that no part of the mail has, since it depends on all of it.
std::string boundary_of(const OutgoingMail& mail) {
  return "crm-" + util::sha256_hex(fmt::format("{}\n{}\n{}", mail.message_id, mail.text, mail.html)).substr(0, 32);
}

std::string random_word(util::Random& random, std::string_view about) {
  const auto bits = random.draw(about);
  const std::string bytes(bits.begin(), bits.end());
  return util::encode_crockford(bytes, kTokenCharacters);
}

}  // namespace

std::string compose_mail(const OutgoingMail& mail) {
  require_sound(mail);
  std::string bytes = address_header("From", mail.from);
  if (!mail.reply_to.empty()) bytes += address_header("Reply-To", {"", mail.reply_to});
  bytes += address_header("To", mail.to) + subject_header(mail);
  const auto seconds = mail.at.utc.time_since_epoch().count();
  bytes += fold_header("Date", {header_date(seconds, static_cast<int>(mail.at.offset.count()))});
  bytes += fold_header("Message-ID", {bracketed(mail.message_id)});
  if (is_writable_id(mail.in_reply_to)) bytes += fold_header("In-Reply-To", {bracketed(mail.in_reply_to)});
  bytes += references_header(mail) + list_header(mail.list_id);
  if (mail.is_automatic) bytes += "Auto-Submitted: auto-generated\n";
  return bytes + "MIME-Version: 1.0\n" + render_body(mail.text, mail.html, boundary_of(mail));
}

std::string mint_token(util::Random& random, std::string_view about) {
  return random_word(random, fmt::format("token {}", about));
}

std::string mint_message_id(util::Random& random, std::string_view about, std::string_view from) {
  return fmt::format("crm.{}{}", random_word(random, fmt::format("message-id {}", about)),
                     from.substr(from.rfind('@')));
}

}  // namespace crmtrack::mail
