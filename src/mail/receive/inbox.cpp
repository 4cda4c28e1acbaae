#include "mail/receive/inbox.hpp"

#include <fmt/format.h>

#include <optional>
#include <set>

#include "index/build/mail_marks.hpp"
#include "index/read/lookup.hpp"
#include "index/read/mail.hpp"
#include "session/lookup.hpp"
#include "util/error.hpp"
#include "util/id.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::mail {

namespace {

using util::Error;
using util::ErrorKind;

/// The records that their writers took back (`undo`).
std::set<std::string> struck_in(const std::vector<story::Entry>& entries) {
  std::set<std::string> struck;
  for (const story::Entry& entry : entries) {
    if (!entry.counts() || entry.record.kind != record::Kind::correction) continue;
    const yaml::Node* const set = entry.record.body.find("set");
    const yaml::Node* const said = set == nullptr ? nullptr : set->find("struck");
    if (said != nullptr && said->as_boolean().value_or(false)) struck.insert(entry.record.text_of("corrects"));
  }
  return struck;
}

/// The message of a story of the journal; nullopt where no record of it counts.
std::optional<InboxMail> find_inbox_mail(session::Session& session, const std::string& id) {
  const record::StoryRef ref{record::StoryKind::journal, id};
  const auto story = index::find_story(session.index(), ref);
  if (!story) return std::nullopt;
  InboxMail mail{ref, {}, {}};
  const std::set<std::string> struck = struck_in(story->entries);
  bool is_there = false;
  for (const story::Entry& entry : story->entries) {
    if (!entry.counts() || entry.record.kind != record::Kind::mail || struck.contains(entry.record.id)) continue;
    const std::string assigned = entry.record.text_of("assigned_to");
    if (!assigned.empty()) mail.assigned_to = assigned;
    if (!assigned.empty() || is_there) continue;  // hosts that take one mail at once write a record each
    mail.record = entry.record;
    is_there = true;
  }
  return is_there ? std::optional(std::move(mail)) : std::nullopt;
}

std::string candidate_line(session::Session& session, const std::string& id) {
  const auto mail = find_inbox_mail(session, id);
  const std::string subject = mail ? mail->text_of("subject") : std::string();
  return fmt::format("{}  {}", util::complaint_tail(id), util::visible_line(subject.substr(0, 60)));
}

}  // namespace

std::string InboxMail::identity() const {
  const std::string key = text_of("key");
  if (!key.starts_with(index::kMailKey)) return {};
  return key.substr(index::kMailKey.size(), key.find('/', index::kMailKey.size()) - index::kMailKey.size());
}

std::vector<InboxMail> waiting_mails(session::Session& session) {
  std::vector<InboxMail> mails;
  for (const std::string& id : index::waiting_mails(session.index()))
    if (auto mail = find_inbox_mail(session, id); mail && mail->assigned_to.empty()) mails.push_back(std::move(*mail));
  return mails;
}

InboxMail get_inbox_mail(session::Session& session, std::string_view word) {
  constexpr std::size_t kShortestWord = 4;
  const std::string prefix = util::normalize_crockford(word);
  const std::string shown = util::visible_line(word);
  const bool is_long_enough = prefix.size() >= kShortestWord;
  const auto ids = is_long_enough ? index::mails_by_prefix(session.index(), prefix) : std::vector<std::string>();
  if (ids.size() > 1) {
    std::vector<std::string> hints;
    for (const std::string& id : ids) hints.push_back(candidate_line(session, id));
    throw Error(ErrorKind::ambiguous, fmt::format("'{}' is ambiguous: {} mails start with it", shown, ids.size()),
                hints);
  }
  if (ids.size() == 1)
    if (auto mail = find_inbox_mail(session, ids.front())) return std::move(*mail);
  throw Error(ErrorKind::not_found,
              is_long_enough ? fmt::format("cannot find a mail '{}'", shown)
                             : fmt::format("cannot find a mail '{}': at least {} characters", shown, kShortestWord),
              {"what waits: crmtrack list inbox:yes"});
}

InboxMail get_waiting_mail(session::Session& session, std::string_view word) {
  InboxMail mail = get_inbox_mail(session, word);
  if (!mail.assigned_to.empty())
    throw Error(ErrorKind::refused,
                fmt::format("cannot put mail '{}' anywhere: it is on complaint {} already", util::visible_line(word),
                            session::short_id(session, mail.assigned_to)));
  return mail;
}

}  // namespace crmtrack::mail
