#include "story/fold/readings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "record/correction.hpp"
#include "story/correction_rights.hpp"
#include "story/fold/reports.hpp"
#include "story/needed_rights.hpp"
#include "story/short_record.hpp"
#include "story/words.hpp"
#include "util/id.hpp"
#include "util/text/safe.hpp"

namespace crmtrack::story {
namespace {

/// The field of a correction that takes the whole record back.
constexpr std::string_view kStruck = "struck";

bool is_counted_correction(const Reading& reading) {
  return reading.counts && reading.record->kind == record::Kind::correction;
}

bool is_from_elsewhere(const std::vector<Entry>& entries, int index) {
  return !entries[static_cast<std::size_t>(index)].moved_from.empty();
}

}  // namespace

std::optional<util::Instant> day_of(std::string_view id) {
  if (id.size() < 8) return std::nullopt;
  const auto date = util::parse_date(fmt::format("{}-{}-{}", id.substr(0, 4), id.substr(4, 2), id.substr(6, 2)));
  return date ? std::optional<util::Instant>{std::chrono::sys_days{*date}} : std::nullopt;
}

util::Instant first_known_time(std::string_view complaint_id, const std::vector<Reading>& readings) {
  if (const auto day = day_of(complaint_id)) return *day;
  for (const Reading& reading : readings)
    if (reading.counts) return reading.at();
  return {};
}

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
  apply_reports();
}

const std::string& Groundwork::tail_of(int index) const {
  const auto found = tails_.find(index);
  return found != tails_.end() ? found->second
                               : tails_.emplace(index, short_record(entries_, id_of(index))).first->second;
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

void Groundwork::tell_refused(std::vector<Entry>& entries) const {
  for (const auto& [index, why] : refused_) entries[static_cast<std::size_t>(index)].provenance.refused = why;
}

// The newest correction of a field stands, so the fold begins with the newest one: it then reads a correction that was
// itself corrected as it was meant.
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

/// Lets the reports of mail programs tell the evidence of our mails, unless somebody has corrected it.
void Groundwork::apply_reports() {
  const auto find_about = [this](const Reading& report) {
    const std::string_view about = word(report.body(), "about");
    return find(about, entries_[static_cast<std::size_t>(report.index)].moved_from);
  };
  for (auto& [index, reported] : find_reported_evidence(readings_, find_about)) {
    EntryState& state = note(index);
    if (state.corrected.contains("evidence")) continue;
    const std::string evidence(record::name_of(reported.evidence));
    writable(readings_[static_cast<std::size_t>(index)]).body.set("evidence", yaml::Node::scalar(evidence));
    state.reported = evidence;
    state.reported_by = std::move(reported.record);
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
    } else if (field == kStruck) {
      if (!strike(correction, target, value)) continue;
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

/// Takes a record back. The complaint's own record and a customer's registration stay: a complaint is made void
/// instead.
bool Groundwork::strike(const Reading& correction, Reading& target, const yaml::Node& value) {
  const record::StatedKind kind = target.record->kind;
  if (kind == record::Kind::complaint || kind == record::Kind::customer) {
    remark(correction.index, fmt::format("a {} record cannot be struck", kind.name()));
    return false;
  }
  if (!value.as_boolean().value_or(false)) return true;  // it counts after all
  target.counts = false;
  note(target.index).struck = true;
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
