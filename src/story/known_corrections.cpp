#include "story/known_corrections.hpp"

#include <algorithm>

#include "story/fold/ancestry.hpp"
#include "story/same_id.hpp"
#include "story/words.hpp"

namespace crmtrack::story {

std::vector<std::string> newest_corrections_of(const std::vector<Entry>& sorted, std::string_view record) {
  std::vector<int> corrections;
  bool is_spread = false;
  for (int i = 0; i < static_cast<int>(sorted.size()); ++i) {
    const Entry& entry = sorted[static_cast<std::size_t>(i)];
    if (!entry.fault.empty()) continue;
    const bool corrects =
        entry.record.kind == record::Kind::correction && word(entry.record.body, "corrects") == record;
    if (corrects) corrections.push_back(i);
    if (corrects || (entry.record.id == record && !entry.second)) is_spread = is_spread || !entry.moved_from.empty();
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

bool is_correction(const Entry& entry) { return entry.record.kind == record::Kind::correction && entry.fault.empty(); }

int CorrectedRecords::find(const Entry& correction) const {
  const Entry* at = &correction;
  while (true) {
    const Entry* next = find_entry(entries_, word(at->record.body, "corrects"), at->moved_from);
    if (next == nullptr || next->record.id >= at->record.id) return -1;
    if (!is_correction(*next)) return static_cast<int>(next - entries_.data());
    at = next;
  }
}

}  // namespace crmtrack::story
