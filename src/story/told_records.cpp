#include "story/told_records.hpp"

#include "story/same_id.hpp"

namespace crmtrack::story {

namespace {

bool is_passed_over(const EntryState& state) {
  return state.struck || state.set_aside || !state.duplicate_of.empty() || !state.moved_to.empty();
}

}  // namespace

std::vector<const record::Record*> told_records(const std::vector<Entry>& entries,
                                                const std::map<std::string, EntryState>& notes,
                                                const Revisions& revised) {
  std::vector<const record::Record*> records;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    if (!entry.counts()) continue;
    if (!notes.empty()) {
      const auto state = notes.find(note_key(entry));
      if (state != notes.end() && is_passed_over(state->second)) continue;
    }
    const auto corrected = revised.find(static_cast<int>(i));
    records.push_back(corrected == revised.end() ? &entry.record : &corrected->second);
  }
  return records;
}

}  // namespace crmtrack::story
