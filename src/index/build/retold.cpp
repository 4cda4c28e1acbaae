#include "index/build/retold.hpp"

#include <algorithm>

#include "story/known_corrections.hpp"
#include "story/same_id.hpp"

namespace crmtrack::index {

namespace {

const std::string& target_of(const std::map<std::string, story::EntryState>& notes, const story::Entry& entry) {
  static const std::string kNowhere;
  const auto state = notes.find(story::note_key(entry));
  return state == notes.end() ? kNowhere : state->second.moved_to;
}

bool is_struck(const std::map<std::string, story::EntryState>& notes, const story::Entry& entry) {
  const auto state = notes.find(story::note_key(entry));
  return state != notes.end() && state->second.struck;
}

}  // namespace

Retelling::Retelling(const std::vector<story::Entry>& entries, const std::map<std::string, story::EntryState>& notes,
                     const story::Revisions& revised)
    : entries_(entries), revised_(revised) {
  if (std::none_of(entries.begin(), entries.end(), story::is_correction)) return;
  const int count = static_cast<int>(entries.size());
  const story::CorrectedRecords corrected(entries);
  for (int i = 0; i < count; ++i) {
    const story::Entry& entry = entries[static_cast<std::size_t>(i)];
    if (story::is_correction(entry))
      add_correction(i, corrected.find(entry), notes);
    else if (entry.moved_from.empty() && entry.counts())
      add_record(i, target_of(notes, entry), is_struck(notes, entry));
  }
}

void Retelling::add_record(int entry, const std::string& moved_to, bool struck) {
  const record::Record* revision = find_revision(entry);
  const record::Record& own = entries_[static_cast<std::size_t>(entry)].record;
  if (!moved_to.empty()) shown_.emplace(own.id, moved_to);
  if (moved_to.empty() && revision == nullptr && !struck) return;
  records_.push_back({entry, moved_to, revision == nullptr ? &own : revision, struck});
}

void Retelling::add_correction(int entry, int root, const std::map<std::string, story::EntryState>& notes) {
  const story::Entry& correction = entries_[static_cast<std::size_t>(entry)];
  const story::Entry* corrected = root < 0 ? nullptr : &entries_[static_cast<std::size_t>(root)];
  const bool is_here = corrected != nullptr && corrected->moved_from.empty();
  if (!correction.moved_from.empty()) {
    if (!is_here) return;  // of a record of elsewhere: that story tells
    shown_.emplace(corrected->record.id, correction.moved_from);
  }
  const record::Record* revision = find_revision(entry);
  const std::string& place = is_here ? target_of(notes, *corrected) : correction.moved_from;
  if (place == correction.moved_from && revision == nullptr) return;
  records_.push_back({entry, place, revision == nullptr ? &correction.record : revision, false});
}

const record::Record* Retelling::find_revision(int entry) const {
  const auto found = revised_.find(entry);
  return found == revised_.end() ? nullptr : &found->second;
}

}  // namespace crmtrack::index
