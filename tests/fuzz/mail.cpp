#include "target.hpp"

#include "mail/mbox.hpp"
#include "mail/message/message.hpp"
#include "mail/text/html_text.hpp"
#include "mail/text/quoted_history.hpp"
#include "util/text/utf8.hpp"

/// Mails and mbox files, as anybody may send them.
namespace crmtrack::fuzz {
namespace {

constexpr std::size_t kMostMessages = 50;

bool is_plain_text(std::string_view text) {
  return util::is_valid_utf8(text) && text.find('\0') == std::string_view::npos &&
         text.find('\r') == std::string_view::npos;
}

void check_message(std::string_view bytes) {
  const mail::Message message = mail::read_message(bytes);
  require(message.identity.size() == 64, "a mail without an identity");
  require(is_plain_text(message.text) && is_plain_text(message.subject), "a text that no record can hold");
  require(message.subject.find('\n') == std::string::npos, "a subject of two lines");
  require(is_plain_text(message.from.name) && is_plain_text(message.from.mail), "a sender that no record can hold");
  require(message.finding.detail.size() < 2000, "a report's detail without bound");
  require(mail::read_message(bytes).identity == message.identity, "a mail with two identities");
}

void check_mbox(std::string_view bytes) {
  mail::MboxReader reader(bytes);
  std::size_t taken = 0;
  for (std::size_t count = 0; const auto message = reader.next(); ++count) {
    taken += message->size();
    require(taken <= bytes.size(), "messages with more bytes than their file");
    if (count < kMostMessages) check_message(*message);
  }
}

void check_split(std::string_view text) {
  if (!util::is_valid_utf8(text)) return;
  const mail::SplitText split = mail::split_history(text);
  require(split.said.size() + split.history.size() <= text.size() + 4, "a text that grew when it was taken apart");
  require(util::is_valid_utf8(mail::html_to_text(text)), "HTML whose text no record can hold");
}

}  // namespace

void try_mail(std::string_view text) {
  check_message(text);
  check_mbox(text);
  check_split(text);
}

}  // namespace crmtrack::fuzz
