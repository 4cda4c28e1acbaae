#include "ledger/audit/content/effects.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "ledger/audit/content/corrections.hpp"
#include "story/fold/correction_effects.hpp"
#include "story/fold/readings.hpp"
#include "util/id.hpp"

namespace crmtrack::ledger {
namespace {

/// The complaint to which a correction of a record moves it; empty where it does not.
std::string moved_to(const record::Record& record, std::string_view corrected) {
  if (record.kind != record::Kind::correction || record.text_of("corrects") != corrected) return {};
  const yaml::Node* const set = record.body.find("set");
  std::string to = set == nullptr || !set->is_map() ? std::string() : set->text_of("complaint");
  return util::is_complaint_id(to) ? to : std::string();
}

std::set<std::string> complaints_of(const story::Story& story, std::string_view corrected) {
  std::set<std::string> complaints;
  for (const story::Entry& entry : story.entries)
    if (std::string to = moved_to(entry.record, corrected); !to.empty()) complaints.insert(std::move(to));
  complaints.erase(story.ref.id);
  return complaints;
}

/// The reason why a story refuses a correction for its effect.
std::optional<std::string> judge(story::Story story, std::string_view correction) {
  if (story.ref.kind == record::StoryKind::complaint) story::refuse_unfounded(story.entries);
  story::sort_entries(story.entries);
  for (const story::RefusedEffect& refused : story::refuse_effects(story.ref, story.absent, story.entries)) {
    const story::Entry& entry = story.entries[refused.entry];
    if (entry.record.id == correction) return entry.provenance.refused;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> EffectsAudit::refusal(const record::RecordPath& path, const record::Record& correction) {
  const auto corrected = find_corrected(lookup_, path.story, correction);
  if (!corrected) return std::nullopt;
  story::Story story = story_of(path.story);
  const auto is_corrected = [&](const story::Entry& entry) { return entry.record.id == *corrected; };
  const auto home = std::ranges::any_of(story.entries, is_corrected) ? std::nullopt : lookup_.find_story_of(*corrected);
  if (home) add_told(*home, *corrected, story);
  const std::set<std::string> elsewhere = complaints_of(story, *corrected);
  if (auto why = judge(std::move(story), path.record_id)) return why;
  for (const std::string& id : elsewhere) {
    story::Story other = story_of({record::StoryKind::complaint, id});
    if (home) add_told(*home, *corrected, other);
    add_told(path.story, *corrected, other);
    if (auto why = judge(std::move(other), path.record_id)) return why;
  }
  return std::nullopt;
}

story::Story EffectsAudit::story_of(const record::StoryRef& ref) const {
  story::Story story{ref, rivals_.entries_of(ref)};
  for (const story::Entry& entry : story.entries) {
    const std::string to = moved_to(entry.record, entry.record.text_of("corrects"));
    if (!to.empty() && !lookup_.has_complaint(to)) story.absent.insert(to);
  }
  return story;
}

/// Adds a record of another folder, and its corrections there.
void EffectsAudit::add_told(const record::StoryRef& from, std::string_view record, story::Story& story) const {
  if (from == story.ref) return;
  for (const story::Entry& entry : rivals_.entries_of(from)) {
    const bool is_told = entry.record.id == record ||
                         (entry.record.kind == record::Kind::correction && entry.record.text_of("corrects") == record);
    if (!is_told) continue;
    story.entries.push_back(entry);
    story.entries.back().moved_from = from.id;
  }
}

}  // namespace crmtrack::ledger
