#include "mail/receive/told_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "util/counted.hpp"
#include "util/text/case.hpp"
#include "util/text/parts.hpp"

namespace crmtrack::mail {

namespace {

constexpr std::size_t kLongestText = 64UL << 10U;
constexpr std::size_t kLongestSummary = 200;

/// At most so many bytes, cut between characters.
std::string_view front_of(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
  return text.substr(0, most);
}

std::string report_line(const Finding& finding) {
  const std::string whom = finding.recipient.empty() ? "the recipient" : finding.recipient;
  switch (finding.nature) {
    case Nature::bounce:
      return fmt::format("[our mail did not reach {}{}]", whom, finding.detail.empty() ? "" : ": " + finding.detail);
    case Nature::delayed:
      return fmt::format("[our mail is not delivered to {} yet{}]", whom,
                         finding.detail.empty() ? "" : ": " + finding.detail);
    case Nature::relayed:
      return fmt::format("[our mail to {} was handed on, to a place that reports nothing more]", whom);
    case Nature::delivered:
      return fmt::format("[our mail was delivered to {}]", whom);
    case Nature::read:
      return fmt::format("[our mail was shown to {}]", whom);
    case Nature::automatic:
      return "[a program answered, not a person]";
    case Nature::personal:
      break;
  }
  return {};
}

std::string sender_line(const Message& message, const Match& match) {
  if (message.finding.nature != Nature::personal) return {};
  const std::string who = message.from.mail.empty() ? "nobody named" : message.from.mail;
  if (match.is_colleague) return fmt::format("[from {}, a colleague]", who);
  if (!match.is_known) return fmt::format("[from {}, no known contact: it settles nothing]", who);
  if (match.answers_us && match.by_token)
    return "[it carries our token, but does not say that it is an answer: it settles nothing]";
  return {};
}

std::vector<std::string> remarks_of(const Message& message, const Match* match, bool is_cut) {
  std::vector<std::string> remarks;
  const auto add = [&](const std::string& line) {
    if (!line.empty()) remarks.push_back(line);
  };
  add(report_line(message.finding));
  if (match != nullptr) add(sender_line(message, *match));
  if (is_cut) add("[the text goes on in the attached mail]");
  if (message.history_lines > 0)
    add(fmt::format("[{} of earlier mails: see the attached mail]", util::counted(message.history_lines, "line")));
  if (message.signature_lines > 0)
    add(fmt::format("[{} of signature: see the attached mail]", util::counted(message.signature_lines, "line")));
  if (!message.files.empty()) add(fmt::format("[with it came: {}]", util::join(message.files, ", ")));
  if (!message.date_doubt.empty()) add(fmt::format("[{}; the time is that of its receipt]", message.date_doubt));
  if (message.is_cut) add("[it has more parts than are read]");
  return remarks;
}

/// Without `Re:`, `AW:` and their like.
std::string_view without_reply_marks(std::string_view subject) {
  constexpr std::array<std::string_view, 10> kMarks{
      "re:", "aw:", "sv:", "antw:", "fwd:", "fw:", "wg:", "tr:", "rv:", "vs:"};
  for (bool found = true; found;) {
    found = false;
    subject = util::trim(subject);
    for (const std::string_view mark : kMarks) {
      if (util::to_lower_ascii(subject.substr(0, mark.size())) != mark) continue;
      subject.remove_prefix(mark.size());
      found = true;
    }
  }
  return subject;
}

/// Without our token, which stands in brackets.
std::string without_token(std::string subject) {
  const std::size_t begin = util::to_lower_ascii(subject).find("[crm-");
  const std::size_t end = begin == std::string::npos ? begin : subject.find(']', begin);
  if (end != std::string::npos) subject.erase(begin, end - begin + 1);
  return subject;
}

}  // namespace

std::string told_text(const Message& message, const Match* match) {
  const std::string_view said = front_of(message.text, kLongestText);
  std::string text(said);
  for (const std::string& remark : remarks_of(message, match, said.size() < message.text.size())) {
    if (!text.empty()) text += text.ends_with(']') ? "\n" : "\n\n";
    text += remark;
  }
  if (text.find('\n') != std::string::npos) text += '\n';  // as records keep text of several lines
  return text.empty() ? "(no text)" : text;
}

std::string told_summary(const Message& message) {
  const std::string subject = without_token(message.subject);
  std::string summary(front_of(without_reply_marks(subject), kLongestSummary));
  if (summary.empty())
    summary = std::string(front_of(message.text.substr(0, message.text.find('\n')), kLongestSummary));
  std::ranges::replace(summary, '\t', ' ');
  const std::string_view trimmed = util::trim(summary);
  return trimmed.empty() ? "(no subject)" : std::string(trimmed);
}

}  // namespace crmtrack::mail
