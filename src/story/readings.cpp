#include "story/readings.hpp"

#include <algorithm>
#include <tuple>

#include "story/words.hpp"
#include "util/id.hpp"

namespace crmtrack::story {

void sort_entries(std::vector<Entry>& entries) {
  const auto before = [](const Entry& a, const Entry& b) {
    return std::tie(a.record.id, a.record.kind, a.source) < std::tie(b.record.id, b.record.kind, b.source);
  };
  if (!std::is_sorted(entries.begin(), entries.end(), before)) std::sort(entries.begin(), entries.end(), before);
  mark_seconds(entries);
}

Groundwork::Groundwork(const std::vector<Entry>& sorted, const Telling& telling,
                       std::map<std::string, EntryState>& notes, Revisions& revised)
    : entries_(sorted), telling_(telling), ancestry_(sorted), frontiers_(ancestry_), notes_(notes), revised_(revised) {
  readings_.reserve(sorted.size());
  for (const Entry& entry : sorted) {
    const bool machine = !word(entry.record.body, "key").empty();
    readings_.push_back({static_cast<int>(readings_.size()), &entry.record, machine, entry.counts()});
  }
  set_seconds_aside();
  pass_over_duplicates();
  refuse_corrections();
  apply_corrections();
}

const std::string& Groundwork::tail_of(int index) const {
  const auto found = tails_.find(index);
  return found != tails_.end() ? found->second
                               : tails_.emplace(index, short_tail(entries_, id_of(index))).first->second;
}

void Groundwork::set_aside(int index, std::string why) {
  EntryState& state = note(index);
  state.set_aside = true;
  state.note = state.note.empty() ? std::move(why) : state.note + "; " + why;
}

void Groundwork::remark(int index, std::string_view text) {
  std::string& so_far = note(index).note;
  if (!so_far.empty()) so_far += "; ";
  so_far += text;
}

int Groundwork::find(std::string_view text, std::string_view from) const {
  if (const Entry* exact = find_entry(entries_, text, from)) return static_cast<int>(exact - entries_.data());
  if (text.empty() || text.size() > 16) return -1;
  int found = -1;
  for (int index = 0; index < static_cast<int>(entries_.size()); ++index) {
    const bool is_second = entries_[static_cast<std::size_t>(index)].second;
    if (is_second || !util::record_tail(id_of(index)).starts_with(text)) continue;
    if (found >= 0) return -1;
    found = index;
  }
  return found;
}

void Groundwork::set(const Reading& reading, std::string_view key, std::string value) {
  if (reading.machine)
    frontiers_.stand(key, std::move(value));
  else
    frontiers_.set(key, reading.index, std::move(value));
}

int Groundwork::find_corrected(const Reading& correction) const {
  return find(word(correction.body(), "corrects"), entries_[static_cast<std::size_t>(correction.index)].moved_from);
}

void Groundwork::set_seconds_aside() {
  for (const Reading& reading : readings_) {
    const Entry& entry = entries_[static_cast<std::size_t>(reading.index)];
    if (!entry.second || reading.counts || !entry.fault.empty() || !entry.provenance.refused.empty()) continue;
    set_aside(reading.index, "a second record of this id; the " +
                                 std::string(find_entry(entries_, reading.id())->record.kind.name()) + " stands");
  }
}

/// Of several records that the machine made under one key the smallest id applies, among those that came first: one
/// that was put before another afterwards replaces nothing.
void Groundwork::pass_over_duplicates() {
  std::map<std::string_view, Reading*> standing;
  for (Reading& reading : readings_) {
    if (!reading.machine || !reading.counts) continue;
    const auto [found, added] = standing.emplace(word(reading.body(), "key"), &reading);
    if (added) continue;
    Reading& other = *found->second;
    if (came_after(reading.index) < came_after(other.index)) found->second = &reading;
    Reading& duplicate = found->second == &reading ? other : reading;
    duplicate.counts = false;
  }
  for (const Reading& reading : readings_) {
    if (!reading.machine || reading.counts || !entries_[static_cast<std::size_t>(reading.index)].counts()) continue;
    const int stands = standing.at(word(reading.body(), "key"))->index;
    note(reading.index).duplicate_of = id_of(stands);
    remark(reading.index, "duplicate of " + tail_of(stands));
  }
}

}  // namespace crmtrack::story
