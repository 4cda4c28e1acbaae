#include "mail/receive/inbox.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "index/build/mail_marks.hpp"
#include "index/read/lookup.hpp"
#include "index/read/mail.hpp"
#include "session/lookup.hpp"
#include "story/struck.hpp"
#include "util/error.hpp"
#include "util/id.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::mail {

namespace {

using util::Error;
using util::ErrorKind;

constexpr std::size_t kShortestWord = 4;  // of the random part of a mail's id

/// Whether a record stands, and nobody has taken it back.
bool stands(session::Session& session, const index::MarkedRecord& marked) {
  const auto story = index::find_story(session.index(), marked.story);
  if (!story || story::struck_records(story->entries).contains(marked.id)) return false;
  return std::ranges::any_of(story->entries,
                             [&](const story::Entry& entry) { return entry.record.id == marked.id && entry.counts(); });
}

/// Whether a record of some complaint or customer has the mail beside it: who says that they put it there did.
bool is_put(session::Session& session, const record::Record& mail) {
  const yaml::Node* const files = mail.body.find("attachments");
  if (files == nullptr) return false;
  for (const yaml::Node& file : files->items)
    for (const index::MarkedRecord& marked :
         index::records_by_mark(session.index(), index::raw_mark(file.text_of("sha256"))))
      if (marked.story.kind != record::StoryKind::journal && stands(session, marked)) return true;
  return false;
}

/// The message of a story of the journal; nullopt where no record of it counts.
std::optional<InboxMail> find_inbox_mail(session::Session& session, const std::string& id) {
  const record::StoryRef ref{record::StoryKind::journal, id};
  auto story = index::find_story(session.index(), ref);
  if (!story) return std::nullopt;
  InboxMail mail;
  mail.story = ref;
  const std::set<std::string> struck = story::struck_records(story->entries);
  bool is_there = false;
  for (const story::Entry& entry : story->entries) {
    if (!entry.counts() || entry.record.kind != record::Kind::mail) continue;
    const std::string assigned = entry.record.text_of("assigned_to");
    // Where a mail was put can be taken back; that it came cannot.
    if (!assigned.empty() && !struck.contains(entry.record.id)) {
      mail.assigned_to = assigned;
      mail.assignment = entry.record;
    }
    if (!assigned.empty() || is_there) continue;  // hosts that take one mail at once write a record each
    mail.record = entry.record;
    is_there = true;
  }
  if (is_there && !mail.assigned_to.empty() && !is_put(session, mail.record)) {
    mail.assigned_to.clear();
    mail.assignment.reset();
  }
  mail.entries = std::move(story->entries);
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

Inbox waiting_mails(session::Session& session, std::optional<std::size_t> limit) {
  Inbox inbox;
  for (const index::WaitingMail& waiting : index::waiting_mails(session.index())) {
    const bool is_wanted = !limit || inbox.mails.size() < *limit;
    if (!is_wanted && !waiting.is_corrected) {
      ++inbox.total;
      continue;
    }
    auto mail = find_inbox_mail(session, waiting.id);
    if (!mail || !mail->assigned_to.empty()) continue;
    ++inbox.total;
    if (is_wanted) inbox.mails.push_back(std::move(*mail));
  }
  return inbox;
}

std::optional<InboxMail> find_mail_by_word(session::Session& session, std::string_view word) {
  const std::string prefix = util::normalize_crockford(word);
  if (prefix.size() < kShortestWord) return std::nullopt;
  const auto ids = index::mails_by_prefix(session.index(), prefix);
  if (ids.size() == 1) return find_inbox_mail(session, ids.front());
  if (ids.empty()) return std::nullopt;
  std::vector<std::string> hints;
  for (const std::string& id : ids) hints.push_back(candidate_line(session, id));
  throw Error(ErrorKind::ambiguous,
              fmt::format("'{}' is ambiguous: {} mails start with it", util::visible_line(word), ids.size()), hints);
}

InboxMail get_inbox_mail(session::Session& session, std::string_view word) {
  if (auto mail = find_mail_by_word(session, word)) return std::move(*mail);
  const bool is_long_enough = util::normalize_crockford(word).size() >= kShortestWord;
  throw Error(ErrorKind::not_found,
              fmt::format("cannot find a mail '{}'{}", util::visible_line(word),
                          is_long_enough ? "" : fmt::format(": at least {} characters", kShortestWord)),
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
