#include "session/check/claimed_mails.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "index/build/mail_marks.hpp"
#include "index/read/lookup.hpp"
#include "index/read/mail.hpp"
#include "session/lookup.hpp"
#include "story/short_record.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::session {
namespace {

bool is_mail_of_ours(const record::Record& record) {
  return record.kind == record::Kind::delivery ||
         (record.kind == record::Kind::activity && record.text_of("direction") == "out");
}

/// The record at a mark, as one that counts; nullopt where it does not.
std::optional<story::Entry> find_entry(Session& session, const index::MarkedRecord& marked) {
  const auto story = index::find_story(session.index(), marked.story);
  if (!story) return std::nullopt;
  const auto found = std::ranges::find_if(
      story->entries, [&](const story::Entry& entry) { return entry.record.id == marked.id && entry.counts(); });
  return found == story->entries.end() ? std::nullopt : std::optional(*found);
}

std::string shown_story(Session& session, const record::StoryRef& story) {
  return story.kind == record::StoryKind::complaint ? short_id(session, story.id) : story.id;
}

/// Of two mails that were both looked at, the one that was recorded later claims the id. One that was sent again on the
/// same complaint claims nothing.
std::optional<std::string> find_claim(Session& session, const ledger::SentMail& sent,
                                      const std::set<std::string>& looked_at) {
  const auto marked = index::records_by_mark(session.index(), index::message_id_mark(sent.message_id));
  const auto own = std::ranges::find(marked, sent.record, &index::MarkedRecord::id);
  if (own == marked.end()) return std::nullopt;
  for (auto at = marked.begin(); at != marked.end(); ++at) {
    const bool is_first = at < own;  // answers go to the first
    if (at->story == own->story || (!is_first && looked_at.contains(at->id))) continue;
    const auto other = find_entry(session, *at);
    if (!other || !is_mail_of_ours(other->record)) continue;
    return fmt::format("its Message-ID is that of record {} on {} too, by {}: answers go {}", story::shortened(at->id),
                       shown_story(session, at->story), util::visible_line(other->provenance.author),
                       is_first ? "there" : "here");
  }
  return std::nullopt;
}

}  // namespace

std::vector<ledger::Finding> find_claimed_mails(Session& session, const std::vector<ledger::SentMail>& sent) {
  std::vector<ledger::Finding> findings;
  std::set<std::string> looked_at;
  for (const ledger::SentMail& mail : sent) looked_at.insert(mail.record);
  for (const ledger::SentMail& mail : sent) {
    auto claim = find_claim(session, mail, looked_at);
    if (!claim) continue;
    findings.push_back(mail.finding);
    findings.back().message = std::move(*claim);
  }
  return findings;
}

}  // namespace crmtrack::session
