#include <fmt/format.h>

#include <algorithm>

#include "story/needed_rights.hpp"
#include "story/readings.hpp"
#include "story/words.hpp"

/// Taking back needs the right of what is taken back: a correction of a closing is its author's only if they may close.
namespace crmtrack::story {

/// A correction of a correction needs the rights of all that it leads back to. Each names an earlier record, so one
/// pass in order finds them.
void Groundwork::refuse_corrections() {
  const auto is_correction = [](const Reading& reading) { return reading.record->kind == record::Kind::correction; };
  if (std::ranges::none_of(readings_, is_correction)) return;
  std::vector<policy::RightSet> needed(readings_.size());
  std::vector<int> depth(readings_.size());  ///< of corrections: 1 of what is none itself
  for (Reading& reading : readings_) {
    const auto index = static_cast<std::size_t>(reading.index);
    if (!entries_[index].fault.empty()) continue;
    needed[index] = rights_of_corrected(*reading.record);
    if (!is_correction(reading)) continue;
    const int target = find_corrected(reading);
    if (target < 0 || target >= reading.index) continue;
    depth[index] = std::min(depth[static_cast<std::size_t>(target)], kDeepestCorrection) + 1;
    if (depth[index] > kDeepestCorrection && reading.counts) {
      reading.counts = false;
      remark(reading.index, too_deep());
      continue;
    }
    const policy::RightSet& of_target = needed[static_cast<std::size_t>(target)];
    const Provenance& provenance = entries_[index].provenance;
    needed[index] |= of_target;
    if (!reading.counts || (of_target & ~provenance.may).none()) continue;
    reading.counts = false;
    refused_[reading.index] = correction_refusal(provenance.author, of_target & ~provenance.may);
  }
}

std::string too_deep() {
  return fmt::format("is a correction of corrections, more than {} deep: correct the record itself",
                     kDeepestCorrection);
}

policy::RightSet rights_of_corrected(const std::vector<Entry>& entries, std::string_view id) {
  policy::RightSet needed;
  std::string wanted(id);
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
    if (entry->record.id != wanted || entry->second || !entry->fault.empty()) continue;
    needed |= rights_of_corrected(entry->record);
    if (entry->record.kind == record::Kind::correction) wanted = word(entry->record.body, "corrects");
  }
  return needed;
}

void Groundwork::tell_refused(std::vector<Entry>& entries) const {
  for (const auto& [index, why] : refused_) entries[static_cast<std::size_t>(index)].provenance.refused = why;
}

}  // namespace crmtrack::story
