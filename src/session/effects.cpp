#include "session/effects.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

#include "index/read/lookup.hpp"
#include "story/fold/correction_effects.hpp"
#include "story/fold/readings.hpp"

namespace crmtrack::session {
namespace {

story::Entry entry_of(Session& session, const OwnRights& rights, const Draft& draft) {
  story::Entry entry;
  entry.record = record::make(draft.kind, draft.at, draft.by, {}, draft.fields);
  entry.record.id = draft.id;
  entry.provenance.author = session.me();
  entry.provenance.recorded_at = std::chrono::floor<std::chrono::seconds>(session.clock());
  entry.provenance.may = rights.all();
  return entry;
}

/// The stories in which a correction may count: its own, and those to which the corrected record was moved.
std::set<record::StoryRef> stories_of(Session& session, const Draft& draft) {
  std::set<record::StoryRef> stories{draft.story};
  const auto own = index::find_story(session.index(), draft.story);
  const std::string corrected = draft.fields.text_of("corrects");
  if (!own || draft.story.kind != record::StoryKind::complaint) return stories;
  for (const story::Entry& entry : own->entries) {
    const yaml::Node* const set =
        entry.record.text_of("corrects") == corrected ? entry.record.body.find("set") : nullptr;
    const std::string to = set == nullptr || !set->is_map() ? std::string() : set->text_of("complaint");
    if (!to.empty()) stories.insert({record::StoryKind::complaint, to});
  }
  return stories;
}

void require_effect(Session& session, const OwnRights& rights, const record::StoryRef& ref,
                    const std::vector<const Draft*>& drafts) {
  auto story = index::find_story(session.index(), ref);
  if (!story) return;
  std::set<std::string> own;
  for (const Draft* draft : drafts) {
    story->entries.push_back(entry_of(session, rights, *draft));
    if (draft->story != ref) story->entries.back().moved_from = draft->story.id;
    own.insert(draft->id);
  }
  if (std::ranges::none_of(story->entries, [&](const story::Entry& entry) {
        return own.contains(entry.record.id) && story::may_be_refused_for_effect(entry);
      }))
    return;
  story::sort_entries(story->entries);
  for (const story::RefusedEffect& refused : story::refuse_effects(ref, story->absent, story->entries)) {
    const story::Entry& entry = story->entries[refused.entry];
    if (own.contains(entry.record.id)) rights.refuse(entry.provenance.refused, refused.missing);
  }
}

}  // namespace

void require_effects(Session& session, const OwnRights& rights, const std::vector<Draft>& drafts) {
  std::map<record::StoryRef, std::vector<const Draft*>> by_story;
  for (const Draft& draft : drafts) {
    if (draft.kind != record::Kind::correction) continue;
    for (const record::StoryRef& story : stories_of(session, draft)) by_story[story].push_back(&draft);
  }
  for (const auto& [story, corrections] : by_story) require_effect(session, rights, story, corrections);
}

}  // namespace crmtrack::session
