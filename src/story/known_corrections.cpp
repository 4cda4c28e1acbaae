#include "story/known_corrections.hpp"

#include <algorithm>

#include "story/ancestry.hpp"
#include "story/words.hpp"

namespace crmtrack::story {

std::vector<std::string> newest_corrections_of(const std::vector<Entry>& sorted, std::string_view record) {
  std::vector<int> corrections;
  bool is_spread = false;
  for (int i = 0; i < static_cast<int>(sorted.size()); ++i) {
    const Entry& entry = sorted[static_cast<std::size_t>(i)];
    if (!entry.fault.empty()) continue;
    const bool corrects = entry.record.kind == "correction" && word(entry.record.body, "corrects") == record;
    if (corrects) corrections.push_back(i);
    if (corrects || entry.record.id == record) is_spread = is_spread || !entry.moved_from.empty();
  }
  if (!is_spread) return {};
  const Ancestry ancestry(sorted);
  std::vector<std::string> newest;
  for (const int one : corrections) {
    const bool is_known = std::any_of(corrections.begin(), corrections.end(),
                                      [&](int other) { return other > one && ancestry.knows(other, one); });
    if (!is_known) newest.push_back(sorted[static_cast<std::size_t>(one)].record.id);
  }
  return newest;
}

bool is_correction(const Entry& entry) { return entry.record.kind == "correction" && entry.fault.empty(); }

CorrectedRecords::CorrectedRecords(const std::vector<Entry>& entries) : entries_(entries) {
  for (int i = 0; i < static_cast<int>(entries.size()); ++i)
    places_.emplace(entries[static_cast<std::size_t>(i)].record.id, i);
}

int CorrectedRecords::find(const Entry& correction) const {
  const Entry* at = &correction;
  while (true) {
    const auto found = places_.find(word(at->record.body, "corrects"));
    if (found == places_.end()) return -1;
    const Entry& next = entries_[static_cast<std::size_t>(found->second)];
    if (next.record.id >= at->record.id) return -1;
    if (!is_correction(next)) return found->second;
    at = &next;
  }
}

}  // namespace crmtrack::story
