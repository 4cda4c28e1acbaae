#include <fmt/format.h>

#include <algorithm>

#include "record/correction.hpp"
#include "story/readings.hpp"
#include "story/words.hpp"
#include "util/id.hpp"
#include "util/text_safe.hpp"

/// Applies corrections to earlier records. The newest correction of a field stands, so the fold begins with the newest
/// one: it then reads a correction that was itself corrected as it was meant.
namespace crmtrack::story {
namespace {

bool is_counted_correction(const Reading& reading) {
  return reading.counts && reading.record->kind == record::Kind::correction;
}

bool is_from_elsewhere(const std::vector<Entry>& entries, int index) {
  return !entries[static_cast<std::size_t>(index)].moved_from.empty();
}

}  // namespace

void Groundwork::apply_corrections() {
  for (auto correction = readings_.rbegin(); correction != readings_.rend(); ++correction)
    if (is_counted_correction(*correction)) correct(*correction);
  for (auto& [id, state] : notes_) std::reverse(state.corrected_by.begin(), state.corrected_by.end());
  pass_over_what_moved_on();
  claim_corrections();
}

/// Lets a record of another folder count here only where the last correction says so.
void Groundwork::pass_over_what_moved_on() {
  for (Reading& reading : readings_) {
    if (!is_from_elsewhere(entries_, reading.index) || !reading.counts ||
        reading.record->kind == record::Kind::correction)
      continue;
    EntryState& state = note(reading.index);
    const auto said = state.corrected.find("complaint");
    if (said != state.corrected.end() && said->second == telling_.story) continue;
    reading.counts = false;
    state.moved_to = entries_[static_cast<std::size_t>(reading.index)].moved_from;
  }
}

/// Finds corrections of one field whose writers did not know of each other. The story whose folder holds the record
/// judges that: a correction in another folder names those that its writer had seen. Of a record from another folder a
/// story judges only its own corrections, since it does not hold those that came in between.
void Groundwork::claim_corrections() {
  for (const Reading& correction : readings_) {
    const int target = is_counted_correction(correction) ? find_corrected(correction) : -1;
    const yaml::Node* fields = correction.body().find("set");
    if (target < 0 || target >= correction.index || fields == nullptr) continue;
    if (is_from_elsewhere(entries_, target) && is_from_elsewhere(entries_, correction.index)) continue;
    const std::string of = " of " + tail_of(target);
    for (const auto& [field, value] : fields->entries) set(correction, field + of, text_of_value(value));
  }
}

void Groundwork::correct(const Reading& correction) {
  const int index = find_corrected(correction);
  if (index < 0 || index >= correction.index)
    return remark(correction.index, "corrects no earlier record of this story");
  Reading& target = readings_[static_cast<std::size_t>(index)];
  note(index).corrected_by.push_back(correction.id());
  const yaml::Node* fields = correction.body().find("set");
  if (fields == nullptr) return;
  for (const auto& [field, value] : fields->entries) {
    if (note(index).corrected.contains(field)) continue;
    if (field == "complaint") {
      if (!move(correction, target, value)) continue;
    } else if (!write_field(target, field, value)) {
      remark(correction.index, "cannot correct '" + field + "'");
      continue;
    }
    note(index).corrected[field] = text_of_value(value);
  }
}

/// Returns false where the correction moves nothing: an older correction then decides where the record counts.
bool Groundwork::move(const Reading& correction, Reading& target, const yaml::Node& value) {
  const record::StatedKind kind = target.record->kind;
  if (!telling_.is_complaint || kind != record::Kind::activity) {
    remark(correction.index,
           fmt::format("a {} cannot be moved to another complaint: only activities of complaints move",
                       kind == record::Kind::activity ? "customer's activity" : kind.name()));
    return false;
  }
  const std::string to = text_of_value(value);
  if (to.empty() || to == telling_.story) return true;
  if (!value.is_scalar() || !util::is_complaint_id(to) || telling_.absent.contains(to)) {
    remark(correction.index, fmt::format("moves nothing: there is no complaint '{}'", util::visible_line(to)));
    return false;
  }
  target.counts = false;
  note(target.index).moved_to = to;
  return true;
}

bool Groundwork::write_field(Reading& target, const std::string& field, const yaml::Node& value) {
  if (record::is_fixed_field(field)) return false;
  return !record::correct_field(writable(target), field, value);
}

record::Record& Groundwork::writable(Reading& target) {
  record::Record& copy = revised_.try_emplace(target.index, *target.record).first->second;
  target.record = &copy;
  return copy;
}

}  // namespace crmtrack::story
