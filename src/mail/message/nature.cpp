#include "mail/message/nature.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "mail/message/address.hpp"
#include "mail/message/message_ids.hpp"
#include "mail/text/charset.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::mail {

namespace {

constexpr std::size_t kLongestDetail = 300;
constexpr std::size_t kSearchedBytes = 64UL << 10U;

std::string lower(std::string_view text) { return util::to_lower_ascii(util::trim(text)); }

bool names_mailer_daemon(std::string_view text) { return lower(text).find("mailer-daemon") != std::string::npos; }

bool has_empty_sender(const Headers& headers, std::string_view from_line) {
  return lower(headers.find("return-path")) == "<>" || names_mailer_daemon(from_line.substr(0, 100)) ||
         names_mailer_daemon(headers.find("from"));
}

/// A report's blocks of fields: of the message first, then of each recipient.
std::vector<Headers> blocks_of(std::string_view bytes) {
  constexpr std::size_t kMostBlocks = 100;
  std::vector<Headers> blocks;
  while (!bytes.empty() && blocks.size() < kMostBlocks) {
    Headers block(bytes);
    bytes.remove_prefix(block.size());
    if (!block.empty()) blocks.push_back(std::move(block));
  }
  return blocks;
}

/// `rfc822; ada@example.com` as the address.
std::string behind_type(std::string_view value) {
  const std::size_t mark = value.find(';');
  return std::string(util::trim(mark == std::string_view::npos ? value : value.substr(mark + 1)));
}

std::string detail_of(std::string_view status, std::string_view words) {
  std::string detail(status);
  if (!words.empty()) detail.append(detail.empty() ? "" : " ").append(words);
  return decode_text(std::string_view(detail).substr(0, kLongestDetail), {});
}

Nature nature_of_action(std::string_view action) {
  if (action == "failed") return Nature::bounce;
  if (action == "delayed") return Nature::delayed;
  if (action == "relayed" || action == "expanded") return Nature::relayed;
  return action == "delivered" ? Nature::delivered : Nature::automatic;
}

/// Reads a part message/delivery-status. A failure for one recipient counts before a success for another.
void read_delivery_status(std::string_view bytes, Finding& finding) {
  finding.nature = Nature::automatic;
  for (const Headers& block : blocks_of(bytes)) {
    if (!block.has("action")) continue;
    const std::string action = lower(block.find("action"));
    const Nature nature = nature_of_action(action.substr(0, action.find_first_of(" (;")));
    if (finding.nature != Nature::automatic && nature != Nature::bounce) continue;
    finding.nature = nature;
    const std::string_view original = block.find("original-recipient");
    finding.recipient = behind_type(original.empty() ? block.find("final-recipient") : original);
    finding.detail = detail_of(block.find("status"), behind_type(block.find("diagnostic-code")));
  }
}

/// Whether a disposition such as `manual-action/MDN-sent-manually; displayed` says that the mail was shown. Others are
/// `deleted`, `processed`, `dispatched`, and those that end in `/error`.
bool says_displayed(std::string_view disposition) {
  const std::string type = lower(behind_type(disposition));
  return type == "displayed" || (type.starts_with("displayed/") && type.find("error") == std::string::npos);
}

/// Reads a part message/disposition-notification (RFC 8098): `displayed` was read, anything else tells nothing.
void read_disposition(std::string_view bytes, Finding& finding) {
  finding.nature = Nature::automatic;
  for (const Headers& block : blocks_of(bytes)) {
    if (says_displayed(block.find("disposition"))) finding.nature = Nature::read;
    if (block.has("final-recipient")) finding.recipient = behind_type(block.find("final-recipient"));
    for (std::string& id : ids_of(block.find("original-message-id"))) finding.about_ids.push_back(std::move(id));
  }
}

/// The ids behind `Message-ID:` in a text that repeats the headers of the mail which it is about.
void find_repeated_ids(std::string_view text, std::vector<std::string>& ids) {
  constexpr std::string_view kName = "message-id:";
  const std::string folded = util::to_lower_ascii(text.substr(0, kSearchedBytes));
  for (std::size_t at = folded.find(kName); at != std::string::npos; at = folded.find(kName, at + 1)) {
    const auto found = ids_of(text.substr(at + kName.size(), 600));
    if (!found.empty()) ids.push_back(found.front());
  }
}

/// The mails that a report encloses or repeats, wherever it does so.
void find_enclosed_ids(const Parts& parts, std::vector<std::string>& ids) {
  for (const Part& part : parts.parts) {
    const bool is_header = part.type == "message/rfc822" || part.type == "text/rfc822-headers" ||
                           part.type == "text/rfc822-header" || part.type == "message/rfc822-headers";
    if (is_header) {
      if (const std::string id = id_of(Headers(part.bytes).find("message-id")); !id.empty()) ids.push_back(id);
    } else if (part.type == "text/plain" && part.enclosed == 0) {
      find_repeated_ids(part.bytes, ids);
    }
  }
}

bool begins_as_automatic(std::string_view subject) {
  constexpr std::array<std::string_view, 16> kBeginnings{"out of office",       "out of the office",
                                                         "automatic reply",     "auto reply",
                                                         "auto-reply",          "autoreply",
                                                         "auto response",       "automatische antwort",
                                                         "abwesenheit",         "abwesend",
                                                         "réponse automatique", "respuesta automática",
                                                         "risposta automatica", "automatisch antwoord",
                                                         "resposta automática", "autosvar"};
  const std::string folded = lower(subject);
  return std::ranges::any_of(kBeginnings, [&](std::string_view words) { return folded.starts_with(words); });
}

bool is_marked_automatic(const Headers& headers) {
  const std::string submitted = lower(headers.find("auto-submitted"));
  if (!submitted.empty() && !submitted.starts_with("no")) return true;
  // A mailing list marks what its members write as well.
  const bool is_from_list = headers.has("list-post") || headers.has("list-id");
  const std::string precedence = is_from_list ? std::string() : lower(headers.find("precedence"));
  if (precedence == "bulk" || precedence == "junk" || precedence == "auto_reply") return true;
  for (const std::string_view name : {"x-autoreply", "x-autorespond", "x-autoreply-from", "x-mail-autoreply",
                                      "x-autogenerated", "x-auto-reply", "auto-reply"})
    if (headers.has(name) && lower(headers.find(name)) != "no") return true;
  return begins_as_automatic(headers.text("subject"));
}

}  // namespace

Finding find_nature(const Headers& headers, const Parts& parts, std::string_view from_line) {
  Finding finding;
  for (const Part& part : parts.parts) {
    if (part.enclosed > 0) continue;
    if (part.type == "message/delivery-status" || part.type == "message/global-delivery-status")
      read_delivery_status(part.bytes, finding);
    else if (part.type == "message/disposition-notification")
      read_disposition(part.bytes, finding);
    else
      continue;
    find_enclosed_ids(parts, finding.about_ids);
    return finding;
  }
  if (has_empty_sender(headers, from_line)) {
    // A mark of RFC 3834 says that a person's program answered; dma marks its bounces by nothing at all.
    finding.nature = lower(headers.find("auto-submitted")).starts_with("auto-replied") &&
                             !headers.has("x-failed-recipients") && !names_mailer_daemon(headers.find("from"))
                         ? Nature::automatic
                         : Nature::bounce;
    finding.recipient = address_of(headers.find("x-failed-recipients")).mail;
    if (finding.recipient.empty()) finding.recipient = address_of(headers.find("x-original-to")).mail;
    find_enclosed_ids(parts, finding.about_ids);
  } else if (is_marked_automatic(headers)) {
    finding.nature = Nature::automatic;
  }
  return finding;
}

std::string_view name_of(Nature nature) {
  switch (nature) {
    case Nature::personal:
      return "personal";
    case Nature::bounce:
      return "bounce";
    case Nature::delayed:
      return "delayed";
    case Nature::relayed:
      return "relayed";
    case Nature::delivered:
      return "delivered";
    case Nature::read:
      return "read";
    case Nature::automatic:
      break;
  }
  return "automatic";
}

}  // namespace crmtrack::mail
